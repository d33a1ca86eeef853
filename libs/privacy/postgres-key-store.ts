import type { Pool, QueryResultRow } from 'pg';
import { KeyServiceUnavailable } from './errors';
import type { KeyStore, StoredKey } from './key-store';

/** Idempotent. A destroyed key leaves its row: the fence against a second key for the same subject. */
const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS privacy;
CREATE TABLE IF NOT EXISTS privacy.subject_key (
  subject uuid PRIMARY KEY,
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE TABLE IF NOT EXISTS privacy.master_key_check (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  value bytea NOT NULL
);`;

/** Two processes that start at once would race in CREATE … IF NOT EXISTS. */
const SCHEMA_LOCK = 'SELECT pg_advisory_xact_lock(hashtext($1))';

const MINT = `
INSERT INTO privacy.subject_key (subject, wrapped)
SELECT * FROM unnest($1::uuid[], $2::bytea[])
ON CONFLICT (subject) DO NOTHING
RETURNING subject`;

const FIND = 'SELECT subject, wrapped FROM privacy.subject_key WHERE subject = ANY ($1::uuid[])';

const DESTROY = `
INSERT INTO privacy.subject_key AS kept (subject, wrapped, destroyed_at) VALUES ($1, NULL, now())
ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, destroyed_at = COALESCE(kept.destroyed_at, now())
RETURNING (SELECT wrapped IS NOT NULL FROM privacy.subject_key before WHERE before.subject = $1) AS existed`;

const KEEP_CHECK = 'INSERT INTO privacy.master_key_check (value) VALUES ($1) ON CONFLICT DO NOTHING';
const READ_CHECK = 'SELECT value FROM privacy.master_key_check';

interface KeyRow {
  subject: string;
  wrapped: Buffer | null;
}

/** Wrapped keys in schema `privacy` of the given database. The pool stays the caller's. */
export async function postgresKeyStore(pool: Pool): Promise<KeyStore> {
  await reached(() => ensureSchema(pool));
  const query = <Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    reached(async () => (await pool.query<Row>(sql, values)).rows);
  const find = async (subjects: readonly string[]): Promise<Map<string, StoredKey>> =>
    new Map((await query<KeyRow>(FIND, [subjects])).map((row) => [row.subject, storedKey(row)]));
  return {
    find,
    async mint(keys) {
      // One order for all: two batches with common subjects must not wait for each other.
      const sorted = [...keys].sort((a, b) => (a.subject < b.subject ? -1 : 1));
      const rows = await query<KeyRow>(MINT, [sorted.map((k) => k.subject), sorted.map((k) => k.wrapped)]);
      const minted = new Set(rows.map(({ subject }) => subject));
      const taken = sorted.filter(({ subject }) => !minted.has(subject)).map(({ subject }) => subject);
      // A second statement: the snapshot of the first cannot see a row that it conflicted with.
      const found = taken.length > 0 ? await find(taken) : new Map<string, StoredKey>();
      for (const { subject, wrapped } of sorted) {
        if (minted.has(subject)) found.set(subject, { status: 'kept', wrapped });
      }
      return found;
    },
    async destroy(subject) {
      const [row] = await query<{ existed: boolean | null }>(DESTROY, [subject]);
      return row?.existed ?? false;
    },
    async masterKeyCheck(value) {
      await query(KEEP_CHECK, [value]);
      return (await query<{ value: Buffer }>(READ_CHECK))[0]!.value;
    },
  };
}

const storedKey = ({ wrapped }: KeyRow): StoredKey =>
  wrapped ? { status: 'kept', wrapped } : { status: 'destroyed' };

async function ensureSchema(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(SCHEMA_LOCK, ['huiyin privacy schema']);
    await client.query(SCHEMA);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new KeyServiceUnavailable(cause);
  }
}
