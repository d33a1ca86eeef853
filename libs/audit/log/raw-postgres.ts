import type { Pool } from 'pg';
import type { RawEvent, RawLog } from './event';

/* Reads only, and as text: what JSON or a date means is not looked at here. */

const COLUMNS = `position::text, id::text, stream, revision::text, type, version::text, occurred_at::text, recorded_at::text,
  command_id::text, command_events::text, data::text, meta::text`;

type Row = Record<
  | 'position'
  | 'id'
  | 'stream'
  | 'revision'
  | 'type'
  | 'version'
  | 'occurred_at'
  | 'recorded_at'
  | 'data'
  | 'meta',
  string
> & { command_id: string | null; command_events: string | null };

const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;
const MILLISECOND_DIGITS = 3;

/** As the port writes it; an instant that the port cannot have written stays as the server says it. */
export function instantOf(text: string): string {
  const [, day, time, fraction = ''] = UTC.exec(text) ?? [];
  return day ? `${day}T${time}.${fraction.padEnd(MILLISECOND_DIGITS, '0')}Z` : text;
}

const toRaw = (row: Row): RawEvent => ({
  position: Number(row.position),
  id: row.id,
  stream: row.stream,
  revision: Number(row.revision),
  type: row.type,
  version: Number(row.version),
  occurredAt: instantOf(row.occurred_at),
  recordedAt: instantOf(row.recorded_at),
  commandId: row.command_id ?? '',
  commandEvents: row.command_events ?? '',
  data: row.data,
  meta: row.meta,
});

const select = (where: string): string =>
  `SELECT ${COLUMNS} FROM event_store.event e WHERE ${where} ORDER BY e.position`;
// No LIMIT: over a range without an end the server sorts all that follows.
const RANGE = select('e.position > $1 AND e.position <= $2');
const STREAM = select('stream = $1');
const POSITIONS = select('e.position = ANY ($1::bigint[])');
const COMMAND =
  select(`e.position >= (SELECT f.position FROM event_store.event f WHERE f.command_id = $1) AND e.position <
  (SELECT f.position + f.command_events FROM event_store.event f WHERE f.command_id = $1)`);

/** `pool` speaks UTC and ISO (libs/database). */
export function postgresRawLog(pool: Pool): RawLog {
  const read = async (text: string, values: unknown[]): Promise<RawEvent[]> =>
    (await pool.query<Row>(text, values)).rows.map(toRaw);
  return {
    read: ({ after, upTo }) => read(RANGE, [after, upTo]),
    readStream: (stream) => read(STREAM, [stream]),
    readPositions: (positions) => read(POSITIONS, [positions]),
    readCommand: (commandId) => read(COMMAND, [commandId]),
    async head() {
      const { rows } = await pool.query<{ head: string }>(
        'SELECT coalesce(max(position), 0)::text AS head FROM event_store.event',
      );
      return Number(rows[0]!.head);
    },
  };
}
