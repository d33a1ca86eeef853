import type { Pool, PoolClient } from 'pg';
import { DERIVED, derivedSubject, withKeptDerivations } from './derived-keys';
import { WrongMasterKey } from './errors';
import { checkValue, type MasterKey } from './master-key';
import { postgresKeyStore } from './postgres-key-store';

/** Keys wrapped anew in one go. */
const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Rotation {
  /** Key tables as `migratePrivacy` leaves them. */
  pool: Pool;
  from: MasterKey;
  to: MasterKey;
  onStaged?: (keys: number) => void;
}

type Queryable = Pick<Pool | PoolClient, 'query'>;
interface Row {
  subject: string;
  wrapped: Buffer;
  rewrapped: Buffer | null;
}

/**
 * `already`: the database is under the new key, nothing is left to do. Rejects with `WrongMasterKey` when it is under
 * neither.
 */
export async function rotationState({
  pool,
  from,
  to,
}: Omit<Rotation, 'pool'> & { pool: Queryable }): Promise<'ahead' | 'already'> {
  const { rows } = await pool.query<{ value: Buffer }>('SELECT value FROM privacy.master_key_check');
  const kept = rows[0]?.value;
  if (kept?.equals(await checkValue(to))) return 'already';
  if (!kept?.equals(await checkValue(from))) throw new WrongMasterKey(from.source);
  return 'ahead';
}

/**
 * Wraps every key under the new master key too, beside what is in force: nothing changes for who runs. Begun again, it
 * goes on where it was. Answers how many keys are staged.
 */
export async function stageRotation(rotation: Rotation): Promise<number> {
  let staged = 0;
  for (let after = FIRST; ;) {
    const { rows } = await rotation.pool.query<Row>(
      `SELECT subject, wrapped, rewrapped FROM privacy.subject_key
       WHERE subject > $1 AND wrapped IS NOT NULL ORDER BY subject LIMIT ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return staged;
    await stage(rotation.pool, rotation, rows);
    staged += rows.length;
    rotation.onStaged?.(staged);
    after = rows.at(-1)!.subject;
  }
}

/** Those that are not yet wrapped under the new key: by an earlier run, or by one towards another key. */
async function stage(db: Queryable, { from, to }: Rotation, rows: readonly Row[]): Promise<void> {
  const done = await to.unwrap(
    rows.map(({ subject, rewrapped }) => ({ subject, wrapped: rewrapped ?? Buffer.alloc(0) })),
  );
  const open = rows.filter((_, index) => done[index] === undefined);
  const keys = await from.unwrap(open);
  const fresh = open.map(({ subject }, index) => {
    const key = keys[index];
    if (!key) throw new WrongMasterKey(from.source);
    return { subject, key };
  });
  const rewrapped = await to.wrap(fresh);
  await db.query(
    `UPDATE privacy.subject_key kept SET rewrapped = fresh.rewrapped
     FROM unnest($1::uuid[], $2::bytea[]) fresh (subject, rewrapped)
     WHERE kept.subject = fresh.subject AND kept.wrapped IS NOT NULL`,
    [fresh.map(({ subject }) => subject), rewrapped],
  );
}

/**
 * The new master key takes the old one's place, all at once; keys minted since the staging come along. Whoever still
 * runs under the old key can neither mint nor open from then on. Answers how many keys changed.
 */
export async function swapMasterKeys(rotation: Rotation): Promise<number> {
  const client = await rotation.pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('BEGIN');
    const keys = await swap(client, rotation);
    await client.query('COMMIT');
    return keys;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}

async function swap(client: PoolClient, rotation: Rotation): Promise<number> {
  const { from, to } = rotation;
  const derived = await derivedUnder(rotation);
  // Holds off every mint: what comes after it finds the new check value, and is refused.
  await client.query('LOCK TABLE privacy.subject_key, privacy.master_key_check IN SHARE ROW EXCLUSIVE MODE');
  if ((await rotationState({ pool: client, from, to })) === 'already') return 0;
  const { rows } = await client.query<Row>(
    'SELECT subject, wrapped, rewrapped FROM privacy.subject_key WHERE wrapped IS NOT NULL AND rewrapped IS NULL',
  );
  for (let at = 0; at < rows.length; at += BATCH) await stage(client, rotation, rows.slice(at, at + BATCH));
  const { rowCount } = await client.query(
    'UPDATE privacy.subject_key SET wrapped = rewrapped, rewrapped = NULL WHERE wrapped IS NOT NULL',
  );
  await client.query(
    `INSERT INTO privacy.derived_key (purpose, wrapped) SELECT * FROM unnest($1::text[], $2::bytea[])
     ON CONFLICT (purpose) DO UPDATE SET wrapped = excluded.wrapped`,
    [derived.map(({ purpose }) => purpose), derived.map(({ wrapped }) => wrapped)],
  );
  await client.query('UPDATE privacy.master_key_check SET value = $1', [await checkValue(to)]);
  return rowCount ?? 0;
}

async function derivedUnder({ pool, from, to }: Rotation): Promise<{ purpose: string; wrapped: Buffer }[]> {
  const before = await withKeptDerivations(from, postgresKeyStore(pool));
  const purposes = Object.values(DERIVED);
  const keys = await Promise.all(purposes.map((purpose) => before.derive(purpose)));
  const wrapped = await to.wrap(
    purposes.map((purpose, index) => ({ subject: derivedSubject(purpose), key: keys[index]! })),
  );
  return purposes.map((purpose, index) => ({ purpose, wrapped: wrapped[index]! }));
}
