import { createPool } from '@huiyin/database';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import type { Pool } from 'pg';
import { sampleRequest } from '../samples';
import { EVENT_STORE_ROLE, migrateEventStore } from './schema';
import { createPostgresEventStore } from './store';

const INSERT = `INSERT INTO event_store.event (position, occurred_at, recorded_at, revision, version, id, stream, type, data, meta)
  VALUES (2, now(), now(), 0, 1, gen_random_uuid(), 'case-2', 'Forged', '{}', '{}')`;
const CHANGES = [
  ['UPDATE', `UPDATE event_store.event SET data = '{}'`],
  ['DELETE', 'DELETE FROM event_store.event'],
  ['TRUNCATE', 'TRUNCATE event_store.event'],
] as const;
const INSUFFICIENT_PRIVILEGE = '42501';

describe('the log in PostgreSQL is append-only', () => {
  let database: TestDatabase;
  let app: Pool;
  let owner: Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrateEventStore(database.url);
    const store = createPostgresEventStore({ url: database.url });
    await store.append(sampleRequest('case-1', 'none'));
    await store.close();
    app = createPool({ url: database.url, role: EVENT_STORE_ROLE });
    owner = createPool({ url: database.url });
  });
  afterAll(async () => {
    await app.end();
    await owner.end();
    await database.drop();
  });

  it.each([...CHANGES, ['INSERT', INSERT] as const, ['DROP', 'DROP TABLE event_store.event'] as const])(
    'the application may not %s',
    async (_, statement) => {
      await expect(app.query(statement)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    },
  );

  it('the application may not switch the guard off', async () => {
    await expect(
      app.query('ALTER TABLE event_store.event DISABLE TRIGGER append_only'),
    ).rejects.toMatchObject({
      code: INSUFFICIENT_PRIVILEGE,
    });
  });

  it('the application may read', async () => {
    expect((await app.query('SELECT * FROM event_store.event')).rows).toHaveLength(1);
  });

  it.each(CHANGES)('not even the owner may %s', async (_, statement) => {
    await expect(owner.query(statement)).rejects.toThrow('append-only');
  });

  it('not even as a replica', async () => {
    await expect(
      owner.query(`SET session_replication_role = replica; DELETE FROM event_store.event`),
    ).rejects.toThrow('append-only');
  });
});
