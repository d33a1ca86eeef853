import type { Pool } from 'pg';

const SUCCESSION = 'office/';

/** The cause of planning anew that a succession is; a calendar's is `id@version`. */
export const successionOf = (office: string): string => `${SUCCESSION}${office}`;

/** Streams that still have to be planned anew for a cause: a calendar, or an office that was succeeded. */
export interface Unrevised {
  cause: string;
  position: number;
  streams: readonly string[];
}

/** How far each adopted calendar, and each succession, has been worked through: durable, so that a killed process's work is gone on with. */
export interface Revisions {
  noteRevision(cause: string, position: number): Promise<void>;
  /** The next streams of the cause that came first; undefined when every one is worked through. */
  unrevised(limit: number): Promise<Unrevised | undefined>;
  /** The last stream of a batch; undefined: there are no more. */
  revisedUpTo(cause: string, stream: string | undefined): Promise<void>;
}

/**
 * A case that is overdue with every step taken has nothing planned, and still has an owner who may be succeeded; so has
 * an order that was replied to, or a review that was closed, on which nothing is owed for now.
 */
const RUNNING = `
SELECT stream FROM escalation.timer
WHERE stream > $1 AND (next_at IS NOT NULL OR ($3 AND (fired <> '{}' OR stream NOT LIKE 'case-%')))
ORDER BY stream LIMIT $2`;

export const postgresRevisions = (pool: Pool): Revisions => ({
  async noteRevision(cause, position) {
    await pool.query(
      'INSERT INTO escalation.revision (calendar, position) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [cause, position],
    );
  },
  async unrevised(limit) {
    const { rows } = await pool.query<{ calendar: string; position: string; reached: string }>(
      `SELECT calendar, position, reached FROM escalation.revision
       WHERE NOT done ORDER BY position LIMIT 1`,
    );
    const [next] = rows;
    if (!next) return undefined;
    const running = await pool.query<{ stream: string }>(RUNNING, [
      next.reached,
      limit,
      next.calendar.startsWith(SUCCESSION),
    ]);
    return {
      cause: next.calendar,
      position: Number(next.position),
      streams: running.rows.map(({ stream }) => stream),
    };
  },
  async revisedUpTo(cause, stream) {
    await pool.query(
      stream === undefined
        ? 'UPDATE escalation.revision SET done = true WHERE calendar = $1'
        : 'UPDATE escalation.revision SET reached = greatest(reached, $2) WHERE calendar = $1',
      stream === undefined ? [cause] : [cause, stream],
    );
  },
});
