import type { Pool, PoolClient } from 'pg';

/** Of a notice that waits for a person because it may have been sent already. */
export const HELD_CODE = 'may-be-told';

const PARK = `
  UPDATE notification.notice SET state = 'parked', last_error_code = $1
  WHERE state IN ('pending', 'sending')`;

const HOLD = `
  INSERT INTO notification.hold AS held (until_position) VALUES ($1)
  ON CONFLICT (single) DO UPDATE SET until_position = greatest(held.until_position, excluded.until_position)`;

/**
 * After a restore, or when the log is not the one that was followed: what waits to be sent, and what events up to a
 * position still call for, is parked. Nobody is told twice; a person releases what was not told (`POST
 * /api/v1/notices/requeue`). Answers how many notices were parked now.
 */
export async function holdNotices(client: Pool | PoolClient, untilPosition: number): Promise<number> {
  await client.query(HOLD, [untilPosition]);
  return (await client.query(PARK, [HELD_CODE])).rowCount ?? 0;
}

/** 0 where nothing is held. */
export async function heldUntil(client: Pool | PoolClient): Promise<number> {
  const sql = 'SELECT until_position::float8 AS position FROM notification.hold';
  return (await client.query<{ position: number }>(sql)).rows[0]?.position ?? 0;
}
