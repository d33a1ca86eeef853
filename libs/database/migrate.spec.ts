import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { assertSupported } from './version';
import { migrate, MigrationChanged, readMigrations, SchemaTooNew, type Migration } from './migrate';

const FIRST: Migration = { number: 1, name: 'table', sql: 'CREATE TABLE things.thing (id integer)' };
const SECOND: Migration = { number: 2, name: 'column', sql: 'ALTER TABLE things.thing ADD COLUMN name text' };
const BROKEN: Migration = { number: 3, name: 'broken', sql: 'ALTER TABLE things.other ADD COLUMN name text' };

describe('migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const columns = async (): Promise<string[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'things' AND table_name = 'thing' ORDER BY 1`,
    );
    await client.end();
    return rows.map(({ name }) => name);
  };

  it('refuses a server that is too old, in one line', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await expect(assertSupported(client, 99)).rejects.toThrow(
      /^the database is PostgreSQL 18\S*; Huiyin needs 99 or newer$/,
    );
    await assertSupported(client);
    await client.end();
  });

  it('applies what is missing, once', async () => {
    expect(await migrate(database.url, 'things', [FIRST])).toBe(1);
    expect(await migrate(database.url, 'things', [FIRST, SECOND])).toBe(1);
    expect(await migrate(database.url, 'things', [FIRST, SECOND])).toBe(0);
    expect(await columns()).toEqual(['id', 'name']);
  });

  it('from several processes at once, one does the work', async () => {
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrate(database.url, 'things', [FIRST, SECOND])),
    );
    expect(applied.sort()).toEqual([0, 0, 0, 2]);
  });

  it('leaves nothing behind when a step fails', async () => {
    await expect(migrate(database.url, 'things', [FIRST, BROKEN])).rejects.toThrow('things.other');
    expect(await columns()).toEqual([]);
  });

  it('refuses a database of a newer version', async () => {
    await migrate(database.url, 'things', [FIRST, SECOND]);
    await expect(migrate(database.url, 'things', [FIRST])).rejects.toThrow(SchemaTooNew);
  });

  it('refuses a step that was edited after it was applied', async () => {
    await migrate(database.url, 'things', [FIRST]);
    await expect(migrate(database.url, 'things', [{ ...FIRST, sql: 'SELECT 1' }])).rejects.toThrow(
      MigrationChanged,
    );
  });

  it('reads numbered files in their order, and nothing else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-migrations-'));
    for (const name of ['002-b.sql', '001-a.sql', 'README.md', '10-c.sql'])
      await writeFile(path.join(folder, name), name);
    expect(readMigrations(folder).map(({ number, name }) => [number, name])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });
});
