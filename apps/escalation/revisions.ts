import type { Pool } from 'pg';

/** Streams that still have to be planned anew under a calendar. */
export interface Unrevised {
  calendar: string;
  position: number;
  streams: readonly string[];
}

/** How far each adopted calendar has been worked through: durable, so that a killed process's work is gone on with. */
export interface Revisions {
  noteRevision(calendar: string, position: number): Promise<void>;
  /** The next streams under the calendar adopted first; undefined when every calendar is worked through. */
  unrevised(limit: number): Promise<Unrevised | undefined>;
  /** The last stream of a batch; undefined: there are no more. */
  revisedUpTo(calendar: string, stream: string | undefined): Promise<void>;
}

export const postgresRevisions = (pool: Pool): Revisions => ({
  async noteRevision(calendar, position) {
    await pool.query(
      'INSERT INTO escalation.revision (calendar, position) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [calendar, position],
    );
  },
  async unrevised(limit) {
    const { rows } = await pool.query<{ calendar: string; position: string; reached: string }>(
      `SELECT calendar, position, reached FROM escalation.revision
       WHERE NOT done ORDER BY position LIMIT 1`,
    );
    const [next] = rows;
    if (!next) return undefined;
    const running = await pool.query<{ stream: string }>(
      `SELECT stream FROM escalation.timer WHERE next_at IS NOT NULL AND stream > $1 ORDER BY stream LIMIT $2`,
      [next.reached, limit],
    );
    return {
      calendar: next.calendar,
      position: Number(next.position),
      streams: running.rows.map(({ stream }) => stream),
    };
  },
  async revisedUpTo(calendar, stream) {
    await pool.query(
      stream === undefined
        ? 'UPDATE escalation.revision SET done = true WHERE calendar = $1'
        : 'UPDATE escalation.revision SET reached = greatest(reached, $2) WHERE calendar = $1',
      stream === undefined ? [calendar] : [calendar, stream],
    );
  },
});
