import { bytesArray, isConnectionLoss, migrate, readMigrations, uuidArray } from '@huiyin/database';
import path from 'node:path';
import type { Pool, QueryResultRow } from 'pg';
import { KeyServiceUnavailable } from './errors';
import type { KeyStore, StoredKey } from './key-store';

const SCHEMA = 'privacy';

/** Makes or upgrades the key tables; `url` logs in as the owner of the schema. Answers the steps applied. */
export const migratePrivacy = (url: string): Promise<number> =>
  migrate(url, SCHEMA, readMigrations(path.join(__dirname, 'migrations')));

const MINT = {
  name: 'privacy.mint',
  text: `WITH minted AS (
    INSERT INTO privacy.subject_key (subject, wrapped)
    SELECT * FROM unnest($1::uuid[], $2::bytea[])
    WHERE $3::bytea IS NULL OR $3 = (SELECT value FROM privacy.master_key_check)
    ON CONFLICT (subject) DO NOTHING
    RETURNING 1)
  SELECT count(*)::integer AS minted FROM minted`,
};

const FIND = 'SELECT subject, wrapped FROM privacy.subject_key WHERE subject = ANY ($1::uuid[])';

const DESTROY = `
INSERT INTO privacy.subject_key AS kept (subject, wrapped, destroyed_at) VALUES ($1, NULL, now())
ON CONFLICT (subject) DO UPDATE SET wrapped = NULL, rewrapped = NULL, destroyed_at = COALESCE(kept.destroyed_at, now())
RETURNING (SELECT wrapped IS NOT NULL FROM privacy.subject_key before WHERE before.subject = $1) AS existed`;

const KEEP_CHECK = 'INSERT INTO privacy.master_key_check (value) VALUES ($1) ON CONFLICT DO NOTHING';
const READ_DERIVED = 'SELECT purpose, wrapped FROM privacy.derived_key';
const READ_CHECK = 'SELECT value FROM privacy.master_key_check';

interface KeyRow {
  subject: string;
  wrapped: Buffer | null;
}

/** Wrapped keys in schema `privacy`, made by `migratePrivacy`. The pool stays the caller's. */
export function postgresKeyStore(pool: Pool): KeyStore {
  const query = <Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    reached(async () => (await pool.query<Row>(sql, values)).rows);
  const find = async (subjects: readonly string[]): Promise<Map<string, StoredKey>> =>
    new Map((await query<KeyRow>(FIND, [subjects])).map((row) => [row.subject, storedKey(row)]));
  return {
    find,
    async mint(keys, check) {
      // One order for all: two batches with common subjects must not wait for each other.
      const sorted = [...keys].sort((a, b) => (a.subject < b.subject ? -1 : 1));
      const subjects = sorted.map(({ subject }) => subject);
      const values = [uuidArray(subjects), bytesArray(sorted.map(({ wrapped }) => wrapped)), check ?? null];
      const { rows } = await reached(() => pool.query<{ minted: number }>({ ...MINT, values }));
      // A second statement: the snapshot of the first cannot see a row that it conflicted with.
      if (rows[0]!.minted < keys.length) return find(subjects);
      return new Map(keys.map(({ subject, wrapped }) => [subject, { status: 'kept', wrapped }]));
    },
    async destroy(subject) {
      const [row] = await query<{ existed: boolean | null }>(DESTROY, [subject]);
      return row?.existed ?? false;
    },
    async derived() {
      const rows = await query<{ purpose: string; wrapped: Buffer }>(READ_DERIVED);
      return new Map(rows.map(({ purpose, wrapped }) => [purpose, wrapped]));
    },
    async masterKeyCheck(value) {
      await query(KEEP_CHECK, [value]);
      return (await query<{ value: Buffer }>(READ_CHECK))[0]!.value;
    },
  };
}

const storedKey = ({ wrapped }: KeyRow): StoredKey =>
  wrapped ? { status: 'kept', wrapped } : { status: 'destroyed' };

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw isConnectionLoss(cause) ? new KeyServiceUnavailable(cause) : cause;
  }
}
