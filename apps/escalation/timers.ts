import { migrate, readMigrations } from '@huiyin/database';
import { Batcher } from '@huiyin/kernel';
import path from 'node:path';
import type { Pool } from 'pg';
import { postgresRevisions, type Revisions } from './revisions';

export const migrateEscalation = (url: string): Promise<number> =>
  migrate(url, 'escalation', readMigrations(path.join(__dirname, 'migrations')));

export interface Timer {
  stream: string;
  /** ISO instant; undefined when the stream owes nothing more. */
  nextAt?: string;
  /** Command ids of the steps taken. */
  fired: readonly string[];
  /** Of the stream, as last read; -1 before it was read. */
  revision: number;
  /** Of an order or a review: the case that it is about. */
  caseId?: string | undefined;
}

/** The durable timers. Reads and writes that come together go as one statement. */
export interface Timers extends Revisions {
  find(stream: string): Promise<Timer>;
  /** Takes on the newer reading; steps taken are only ever added. */
  save(timer: Timer): Promise<void>;
  /** Leases the timers that are due, earliest first. */
  claim(now: string, limit: number): Promise<Timer[]>;
  /** Gives a claimed timer back after a failure; others may take it after the wait. */
  putBack(stream: string, wait_ms: number): Promise<void>;
  /** The streams of the orders and reviews about a case, in the order of their names. */
  streamsAbout(caseId: string): Promise<readonly string[]>;
  /** The earliest that nobody holds: what was put back is asked for again when its wait is over. */
  nextAt(): Promise<string | undefined>;
  /** Forgets every timer and every step taken: the log is another one, and is read anew. */
  forgetAll(): Promise<void>;
  /** Ends the leases of a process that was killed: only for the one process of a standalone. */
  endLeases(): Promise<void>;
}

const BATCH_MAX = 500;
const QUEUE_MAX = 100_000;
const LEASE_ms = 60_000;

interface Row {
  stream: string;
  next_at: Date | null;
  fired: string[];
  revision: number;
}

const fromRow = ({ stream, next_at, fired, revision }: Row): Timer => ({
  stream,
  nextAt: next_at?.toISOString(),
  fired,
  revision,
});

const FIND = 'SELECT stream, next_at, fired, revision FROM escalation.timer WHERE stream = ANY ($1::text[])';

const SAVE = `
INSERT INTO escalation.timer AS kept (stream, next_at, fired, revision, case_id)
SELECT stream, next_at, string_to_array(fired, ',')::uuid[], revision, case_id
FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::integer[], $5::text[])
  AS given (stream, next_at, fired, revision, case_id)
ON CONFLICT (stream) DO UPDATE SET
  next_at = excluded.next_at,
  fired = CASE WHEN excluded.fired @> kept.fired THEN excluded.fired
               ELSE ARRAY(SELECT unnest(kept.fired) UNION SELECT unnest(excluded.fired)) END,
  revision = excluded.revision, case_id = coalesce(excluded.case_id, kept.case_id), leased_until = NULL, failures = 0
WHERE kept.revision <= excluded.revision`;

const CLAIM = `
UPDATE escalation.timer SET leased_until = $3
WHERE stream IN (
  SELECT stream FROM escalation.timer
  WHERE next_at <= $1 AND (leased_until IS NULL OR leased_until < $4)
  ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
RETURNING stream, next_at, fired, revision`;

export function postgresTimers(pool: Pool): Timers {
  const reads = new Batcher<string, Timer>({
    name: 'timer reads',
    batchMax: BATCH_MAX,
    queueMax: QUEUE_MAX,
    flush: async (streams) => {
      const { rows } = await pool.query<Row>({ name: 'timer.find', text: FIND, values: [streams] });
      const found = new Map(rows.map((row) => [row.stream, fromRow(row)]));
      return streams.map((stream) => found.get(stream) ?? { stream, fired: [], revision: -1 });
    },
  });
  const writes = new Batcher<Timer, void>({
    name: 'timer writes',
    batchMax: BATCH_MAX,
    queueMax: QUEUE_MAX,
    keysOf: ({ stream }) => [stream],
    flush: async (timers) => {
      await pool.query({
        name: 'timer.save',
        text: SAVE,
        values: [
          timers.map(({ stream }) => stream),
          timers.map(({ nextAt }) => nextAt ?? null),
          timers.map(({ fired }) => fired.join(',')),
          timers.map(({ revision }) => revision),
          timers.map(({ caseId }) => caseId ?? null),
        ],
      });
      return timers.map(() => undefined);
    },
  });
  return {
    ...postgresRevisions(pool),
    find: (stream) => reads.add(stream),
    save: (timer) => writes.add(timer),
    async claim(now, limit) {
      const started_ms = Date.now();
      const values = [now, limit, new Date(started_ms + LEASE_ms), new Date(started_ms)];
      const { rows } = await pool.query<Row>({ name: 'timer.claim', text: CLAIM, values });
      return rows.map(fromRow).sort((a, b) => (a.nextAt! < b.nextAt! ? -1 : a.nextAt! > b.nextAt! ? 1 : 0));
    },
    async putBack(stream, wait_ms) {
      await pool.query(
        'UPDATE escalation.timer SET leased_until = $2, failures = failures + 1 WHERE stream = $1',
        [stream, new Date(Date.now() + wait_ms)],
      );
    },
    async streamsAbout(caseId) {
      const { rows } = await pool.query<{ stream: string }>(
        'SELECT stream FROM escalation.timer WHERE case_id = $1 ORDER BY stream',
        [caseId],
      );
      return rows.map(({ stream }) => stream);
    },
    async nextAt() {
      const { rows } = await pool.query<{ at: Date | null }>(
        `SELECT min(next_at) AS at FROM escalation.timer
         WHERE next_at IS NOT NULL AND (leased_until IS NULL OR leased_until < $1)`,
        [new Date()],
      );
      return rows[0]?.at?.toISOString();
    },
    async forgetAll() {
      await pool.query('TRUNCATE escalation.timer, escalation.revision');
    },
    async endLeases() {
      await pool.query('UPDATE escalation.timer SET leased_until = NULL WHERE leased_until IS NOT NULL');
    },
  };
}
