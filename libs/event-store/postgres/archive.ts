import type { Pool, PoolClient } from 'pg';
import type { ArchivedEvent, EventArchive } from '../archive/event';
import { textArray } from '@huiyin/database';
import { AS_TEXT, exactInstant } from './rows';

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

const READ = `SELECT position, stream, revision, id, type, version, data, meta, occurred_at, recorded_at, command_id,
    command_events
  FROM event_store.event WHERE position > $1 ORDER BY position LIMIT $2`;

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
  const head = async (): Promise<number> => Number((await db.query<{ head: string }>(HEAD)).rows[0]!.head);
  return {
    keepsPositions: true,
    head,
    async read({ after, limit }) {
      const query = { text: READ, values: [after, limit], types: AS_TEXT };
      return (await db.query<Row>(query)).rows.map(toArchived);
    },
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
