import type { Pool, PoolClient } from 'pg';
import { describeFailure } from '../failure';
import type { Message, ParkedMessage, ParkingLot, Release } from '../port';

const PARK = `
  WITH parked AS (
    INSERT INTO messaging.parked_key (group_name, key) VALUES ($1, $2)
    ON CONFLICT (group_name, key) DO UPDATE SET parked_at = parked_key.parked_at
    RETURNING group_name, key
  )
  INSERT INTO messaging.parked_message (group_name, key, message_id, message, failure_code, failure_message)
  SELECT group_name, key, $3, $4, $5, $6 FROM parked
  ON CONFLICT (group_name, message_id) DO NOTHING`;

const FOLLOW = `
  WITH parked AS (
    SELECT group_name, key FROM messaging.parked_key WHERE group_name = $1 AND key = $2 FOR UPDATE
  ), added AS (
    INSERT INTO messaging.parked_message (group_name, key, message_id, message)
    SELECT group_name, key, $3, $4 FROM parked
    ON CONFLICT (group_name, message_id) DO NOTHING
  )
  SELECT group_name FROM parked`;

const LIST = `
  SELECT group_name AS "group", key, seq::float8 AS seq, message, failure_code, failure_message, parked_at
  FROM messaging.parked_message
  WHERE ($1::text IS NULL OR group_name = $1) AND ($2::text IS NULL OR key = $2)
  ORDER BY seq LIMIT $3`;

const COUNT = `
  SELECT group_name AS "group", count(DISTINCT key)::int AS keys, count(*)::int AS messages
  FROM messaging.parked_message GROUP BY group_name ORDER BY group_name`;

interface Row extends Omit<ParkedMessage, 'failure' | 'parkedAt'> {
  failure_code: string | null;
  failure_message: string | null;
  parked_at: Date;
}

const fromRow = ({ failure_code, failure_message, parked_at, ...row }: Row): ParkedMessage => ({
  ...row,
  ...(failure_code === null ? {} : { failure: { code: failure_code, message: failure_message ?? '' } }),
  parkedAt: parked_at.toISOString(),
});

/** The durable parking lot; `migrateMessaging` makes its tables. */
export function createPostgresParkingLot(pool: Pool): ParkingLot {
  return {
    parkedAmong: async (group, keys) => {
      const sql = 'SELECT key FROM messaging.parked_key WHERE group_name = $1 AND key = ANY($2)';
      const { rows } = await pool.query<{ key: string }>(sql, [group, keys]);
      return new Set(rows.map(({ key }) => key));
    },
    park: async (group, message, failure) => {
      await pool.query(PARK, [...identity(group, message), failure.code, failure.message]);
    },
    follow: async (group, message) => {
      const { rowCount } = await pool.query(FOLLOW, identity(group, message));
      return rowCount === 1;
    },
    release: (group, key, run) =>
      withKeyLock(pool, group, key, (client) => releaseAll(client, group, key, run)),
    list: async ({ group, key, limit }) => {
      const { rows } = await pool.query<Row>(LIST, [group ?? null, key ?? null, limit]);
      return rows.map(fromRow);
    },
    count: async () => (await pool.query<{ group: string; keys: number; messages: number }>(COUNT)).rows,
  };
}

const identity = (group: string, message: Message) => [
  group,
  message.key,
  message.id,
  JSON.stringify(message),
];

/** One release of a key at a time, over all processes: two would run its messages in no order. */
async function withKeyLock(
  pool: Pool,
  group: string,
  key: string,
  work: (client: PoolClient) => Promise<Release>,
): Promise<Release> {
  const name = JSON.stringify(['messaging.release', group, key]);
  const client = await pool.connect();
  let broken: unknown = true;
  try {
    const sql = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine';
    const { rows } = await client.query<{ mine: boolean }>(sql, [name]);
    const release: Release = rows[0]!.mine
      ? await work(client)
      : { status: 'busy', handled: 0, left: await countLeft(client, group, key) };
    if (rows[0]!.mine) await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    broken = false;
    return release;
  } finally {
    // A connection that failed is closed, which frees the lock too.
    client.release(broken === true);
  }
}

async function releaseAll(
  client: PoolClient,
  group: string,
  key: string,
  run: (message: Message) => Promise<void>,
): Promise<Release> {
  const next =
    'SELECT seq, message FROM messaging.parked_message WHERE group_name = $1 AND key = $2 ORDER BY seq LIMIT 1';
  for (let handled = 0; ; handled += 1) {
    const { rows } = await client.query<{ seq: string; message: Message }>(next, [group, key]);
    if (!rows[0]) {
      if (await unpark(client, group, key)) return { status: 'released', handled, left: 0 };
      handled -= 1;
      continue;
    }
    const failed = await failureOf(() => run(rows[0]!.message));
    if (failed) {
      const sql =
        'UPDATE messaging.parked_message SET failure_code = $2, failure_message = $3 WHERE seq = $1';
      await client.query(sql, [rows[0].seq, failed.code, failed.message]);
      return { status: 'still-parked', handled, left: await countLeft(client, group, key) };
    }
    await client.query('DELETE FROM messaging.parked_message WHERE seq = $1', [rows[0].seq]);
  }
}

async function failureOf(run: () => Promise<void>) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

/** False when a message came behind the last one in the meantime. The row is locked before the look, so none can slip by. */
async function unpark(client: PoolClient, group: string, key: string): Promise<boolean> {
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM messaging.parked_key WHERE group_name = $1 AND key = $2 FOR UPDATE', [
    group,
    key,
  ]);
  const empty = (await countLeft(client, group, key)) === 0;
  if (empty)
    await client.query('DELETE FROM messaging.parked_key WHERE group_name = $1 AND key = $2', [group, key]);
  await client.query('COMMIT');
  return empty;
}

async function countLeft(client: PoolClient, group: string, key: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS left FROM messaging.parked_message WHERE group_name = $1 AND key = $2';
  return (await client.query<{ left: number }>(sql, [group, key])).rows[0]!.left;
}
