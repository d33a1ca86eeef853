import type { Pool, PoolClient } from 'pg';
import type { ArchivedEvent, EventArchive } from '../archive/event';
import { textArray } from '@huiyin/database';
import { AS_TEXT } from './rows';

type Row = Record<
  | 'position'
  | 'stream'
  | 'revision'
  | 'id'
  | 'type'
  | 'version'
  | 'data'
  | 'meta'
  | 'occurred_at'
  | 'recorded_at',
  string
> & { command_id: string | null; command_events: string | null };

const HEAD = 'SELECT coalesce(max(position), 0)::text AS head FROM event_store.event';

const select = (
  where: string,
): string => `SELECT e.position, e.stream, e.revision, e.id, e.type, e.version, e.data,
    e.meta, e.occurred_at, e.recorded_at, e.command_id, e.command_events
  FROM event_store.event e WHERE ${where} ORDER BY e.position`;

// Over a range without an end the server may sort all that follows.
const RANGE = select('e.position > $1 AND e.position <= $1 + $2');
const ON = `${select('e.position > $1')} LIMIT $2`;
const STREAM = select('e.stream = $1');
const POSITIONS = select('e.position = ANY ($1::bigint[])');
const COMMAND =
  select(`e.position >= (SELECT f.position FROM event_store.event f WHERE f.command_id = $1) AND e.position <
    (SELECT f.position + f.command_events FROM event_store.event f WHERE f.command_id = $1)`);

/** The append function's lock: whoever restores is the only writer. */
export const LOCK = 'SELECT pg_advisory_xact_lock(7265, 1)';

const WRITE = `INSERT INTO event_store.event (position, stream, revision, id, type, version, data, meta, occurred_at,
    recorded_at, command_id, command_events)
  SELECT e.position::bigint, e.stream, e.revision::integer, e.id::uuid, e.type, e.version::smallint, e.data::json,
         e.meta::json, e.occurred_at::timestamptz, e.recorded_at::timestamptz, nullif(e.command_id, '')::uuid,
         nullif(e.command_events, '')::smallint
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::text[])
      AS e (position, stream, revision, id, type, version, data, meta, occurred_at, recorded_at, command_id,
            command_events)`;

const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/;
const MILLISECOND_DIGITS = 3;

/** As the port writes it, every digit kept; an instant that the port cannot have written stays as the server says it. */
export function exactInstant(text: string): string {
  const [, day, time, fraction = ''] = UTC.exec(text) ?? [];
  return day ? `${day}T${time}.${fraction.padEnd(MILLISECOND_DIGITS, '0')}Z` : text;
}

const toArchived = (row: Row): ArchivedEvent => ({
  position: Number(row.position),
  stream: row.stream,
  revision: Number(row.revision),
  id: row.id,
  type: row.type,
  version: Number(row.version),
  occurredAt: exactInstant(row.occurred_at),
  recordedAt: exactInstant(row.recorded_at),
  data: row.data,
  meta: row.meta,
  ...(row.command_id === null
    ? {}
    : { request: { commandId: row.command_id, events: Number(row.command_events) } }),
});

/** The session of `db` is in UTC (libs/database), so that instants mean the same wherever they are written again. */
export function openPostgresArchive(db: Pool | PoolClient): EventArchive {
  const events = async (text: string, values: unknown[]): Promise<ArchivedEvent[]> =>
    (await db.query<Row>({ text, values, types: AS_TEXT })).rows.map(toArchived);
  const head = async (): Promise<number> => Number((await db.query<{ head: string }>(HEAD)).rows[0]!.head);
  return {
    keepsPositions: true,
    head,
    async read({ after, limit }) {
      const next = await events(RANGE, [after, limit]);
      // A log that somebody has cut into goes on behind the gap.
      return next.length > 0 ? next : events(ON, [after, limit]);
    },
    readStream: (stream) => events(STREAM, [stream]),
    readPositions: (positions) => events(POSITIONS, [positions]),
    readCommand: (commandId) => events(COMMAND, [commandId]),
    async write(events) {
      if (events.length === 0) return [];
      await db.query(LOCK);
      const expected = (await head()) + 1;
      if (events[0]!.position !== expected)
        throw new RangeError(`position ${expected} is next, not ${events[0]!.position}`);
      await db.query({ name: 'event_store.restore', text: WRITE, values: columnsOf(events) });
      return events.map(({ position }) => position);
    },
    close: () => Promise.resolve(),
  };
}

function columnsOf(events: readonly ArchivedEvent[]): Buffer[] {
  const column = (value: (event: ArchivedEvent) => string | number): Buffer =>
    textArray(events.map((event) => String(value(event))));
  return [
    column(({ position }) => position),
    column(({ stream }) => stream),
    column(({ revision }) => revision),
    column(({ id }) => id),
    column(({ type }) => type),
    column(({ version }) => version),
    column(({ data }) => data),
    column(({ meta }) => meta),
    column(({ occurredAt }) => occurredAt),
    column(({ recordedAt }) => recordedAt),
    column(({ request }) => request?.commandId ?? ''),
    column(({ request }) => request?.events ?? ''),
  ];
}
