import type { Pool } from 'pg';

/** PostgreSQL channel on which the projector tells the position that every view has reached. */
export const VIEWS_CHANNEL = 'huiyin_views';

export const tellViewsReached = async (pool: Pool, position: number): Promise<void> =>
  void (await pool.query('SELECT pg_notify($1, $2)', [VIEWS_CHANNEL, String(position)]));

/** The position that every live view has reached, 0 before there are any. */
export async function viewsReached(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: string | null }>(
    'SELECT min(position) AS position FROM views.checkpoint WHERE live',
  );
  return Number(rows[0]?.position ?? 0);
}
