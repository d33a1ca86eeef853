import type { Pool } from 'pg';
import { checkValue, type MasterKey } from './master-key';

/** `fresh`: nothing was ever sealed under any master key. */
export interface KeysInspection {
  state: 'fresh' | 'opens' | 'wrong';
  /** Keys of people, those destroyed left out. */
  keys: number;
  /** Of those, prepared for a rotation that has not happened yet. */
  staged: number;
}

/** Something was sealed, under some master key. */
export async function isSealed(pool: Pool): Promise<boolean> {
  return (await pool.query('SELECT FROM privacy.master_key_check')).rows.length > 0;
}

/** Whether this master key opens what is there; changes nothing. */
export async function inspectKeys(pool: Pool, masterKey: MasterKey): Promise<KeysInspection> {
  const { rows } = await pool.query<{ value: Buffer | null; keys: number; staged: number }>(
    `SELECT (SELECT value FROM privacy.master_key_check) AS value,
       count(*)::int AS keys, count(rewrapped)::int AS staged
     FROM privacy.subject_key WHERE wrapped IS NOT NULL`,
  );
  const { value, keys, staged } = rows[0]!;
  if (value === null) return { state: 'fresh', keys, staged };
  if (!value.equals(await checkValue(masterKey))) return { state: 'wrong', keys, staged };
  const sample = await pool.query<{ subject: string; wrapped: Buffer }>(
    'SELECT subject, wrapped FROM privacy.subject_key WHERE wrapped IS NOT NULL LIMIT 100',
  );
  const opened = await masterKey.unwrap(sample.rows);
  return { state: opened.includes(undefined) ? 'wrong' : 'opens', keys, staged };
}
