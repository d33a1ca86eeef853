import type { Pool } from 'pg';
import type { EventFilter, ReadStreamOptions, StoredEvent } from '../port';
import { AS_TEXT, toEvent, type EventRow } from './rows';

const COLUMNS = 'position, stream, revision, id, type, version, data, meta, occurred_at, recorded_at';

async function events(pool: Pool, name: string, text: string, values: unknown[]): Promise<StoredEvent[]> {
  const { rows } = await pool.query<EventRow>({ name: `event_store.${name}`, text, values, types: AS_TEXT });
  return rows.map(toEvent);
}

export interface ReadRange {
  after: number;
  upTo?: number;
  limit: number;
  filter?: EventFilter;
}

const RANGE = `SELECT ${COLUMNS} FROM event_store.event
  WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3`;

const FILTERED = `SELECT ${COLUMNS} FROM event_store.event
  WHERE position > $1 AND position <= $2
    AND ($4::text[] IS NULL OR stream ^@ ANY ($4)) AND ($5::text[] IS NULL OR type = ANY ($5))
  ORDER BY position LIMIT $3`;

export function readRange(
  pool: Pool,
  { after, upTo = Number.MAX_SAFE_INTEGER, limit, filter }: ReadRange,
): Promise<StoredEvent[]> {
  if (!filter) return events(pool, 'range', RANGE, [after, upTo, limit]);
  const { streamPrefixes = null, types = null } = filter;
  return events(pool, 'filtered', FILTERED, [after, upTo, limit, streamPrefixes, types]);
}

const streamQuery = (order: string, comparison: string): string => `SELECT ${COLUMNS} FROM event_store.event
  WHERE stream = $1 AND ($2::integer IS NULL OR revision ${comparison} $2)
    AND ($3::timestamptz IS NULL OR recorded_at <= $3)
  ORDER BY revision ${order} LIMIT $4`;

const FORWARDS = streamQuery('ASC', '>=');
const BACKWARDS = streamQuery('DESC', '<=');

export function readStream(
  pool: Pool,
  stream: string,
  options: ReadStreamOptions = {},
): Promise<StoredEvent[]> {
  const values = [stream, options.fromRevision ?? null, options.until ?? null, options.limit ?? null];
  return options.direction === 'backwards'
    ? events(pool, 'backwards', BACKWARDS, values)
    : events(pool, 'forwards', FORWARDS, values);
}

export const HEAD = 'SELECT coalesce(max(position), 0)::text AS head FROM event_store.event';

export async function readHead(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ head: string }>({ name: 'event_store.head', text: HEAD });
  return Number(rows[0]!.head);
}

const WRITTEN = `SELECT stream, max(revision) AS revision, max(position)::text AS last FROM event_store.event
  WHERE position >= $1
    AND position < $1 + (SELECT command_events FROM event_store.event WHERE position = $1)
  GROUP BY stream ORDER BY max(position)`;

/** What the request wrote whose first event stands at this position. */
export async function readWritten(
  pool: Pool,
  first: number,
): Promise<{ last: number; revisions: Record<string, number> }> {
  const { rows } = await pool.query<{ stream: string; revision: number; last: string }>({
    name: 'event_store.written',
    text: WRITTEN,
    values: [first],
  });
  return {
    last: Number(rows.at(-1)!.last),
    revisions: Object.fromEntries(rows.map(({ stream, revision }) => [stream, revision])),
  };
}
