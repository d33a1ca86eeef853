import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { assertSupported } from './version';

/** One forward-only step. Once released it is never edited: a change is a new number. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

export class SchemaTooNew extends Error {
  constructor(schema: string, found: number, known: number) {
    super(
      `the database's schema ${schema} is at version ${found}, this program knows up to ${known}: ` +
        'run a newer Huiyin, or restore the backup taken before the upgrade',
    );
  }
}

export class MigrationChanged extends Error {
  constructor(schema: string, migration: string) {
    super(`migration ${migration} of schema ${schema} is not the one that was applied to this database`);
  }
}

export interface Applied {
  number: number;
  checksum: string;
}

const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
const FILE_NAME = /^(\d{3})-(.+)\.sql$/;

/** Reads `001-what-it-does.sql`, `002-….sql`, … of a folder. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .map((file) => ({ file, match: FILE_NAME.exec(file) }))
    .filter(({ match }) => match !== null)
    .map(({ file, match }) => ({
      number: Number(match![1]),
      name: match![2]!,
      sql: readFileSync(path.join(folder, file), 'utf8'),
    }))
    .sort((a, b) => a.number - b.number);
}

/**
 * Brings a schema to the newest version, all or nothing; answers how many steps it applied. Safe to call from several
 * processes at once. Rejects with UnsupportedDatabase, SchemaTooNew or
 * MigrationChanged before anything is touched.
 */
export async function migrate(
  url: string,
  schema: string,
  migrations: readonly Migration[],
): Promise<number> {
  if (!SCHEMA_NAME.test(schema)) throw new RangeError(`not a schema name: ${schema}`);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await assertSupported(client);
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`huiyin.migrate.${schema}`]);
    const missing = missingSteps(schema, migrations, await readApplied(client, schema));
    for (const migration of missing) await apply(client, schema, migration);
    await client.query('COMMIT');
    return missing.length;
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}

async function readApplied(client: Client, schema: string): Promise<Applied[]> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${schema}.migration (number integer PRIMARY KEY, name text NOT NULL,
       checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows } = await client.query<Applied>(
    `SELECT number, checksum FROM ${schema}.migration ORDER BY number`,
  );
  return rows;
}

/** Throws SchemaTooNew or MigrationChanged. */
export function missingSteps(
  schema: string,
  migrations: readonly Migration[],
  applied: readonly Applied[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const newest = Math.max(0, ...known.keys());
  for (const { number, checksum } of applied) {
    const migration = known.get(number);
    if (!migration) throw new SchemaTooNew(schema, applied.at(-1)!.number, newest);
    if (checksumOf(migration) !== checksum) throw new MigrationChanged(schema, `${number} ${migration.name}`);
  }
  const done = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
}

async function apply(client: Client, schema: string, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(`INSERT INTO ${schema}.migration (number, name, checksum) VALUES ($1, $2, $3)`, [
    migration.number,
    migration.name,
    checksumOf(migration),
  ]);
}

/** Line ends are not part of a step: a checkout on Windows holds the same one. */
const checksumOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
