import { connectionConfig, copyIn } from '@huiyin/database';
import { Client } from 'pg';
import type { ArchivedEvent } from '../archive/event';
import { LOCK } from './archive';

/* Made-up events by the million, for benchmarks alone: below the port, and only into a store that holds nothing else. */

const MARK = 'filled by huiyin load: made-up events, for benchmarks only';
/** Sorting the keys of millions of events on disk costs more than the events. */
const INDEX_MEMORY = '512MB';
/** A server that makes indexes says nothing for long. */
const ANSWER_TIMEOUT_ms = 3_600_000;

export class NotForBench extends Error {
  constructor(head: number) {
    super(`the store holds ${head} events that are not made up: load fills an empty store`);
  }
}

const STATE = `SELECT (SELECT coalesce(max(position), 0) FROM event_store.event)::text AS head,
  obj_description('event_store.event'::regclass) AS mark`;

const COPY = `COPY event_store.event (position, occurred_at, recorded_at, revision, version, command_events, id,
  command_id, stream, type, data, meta) FROM STDIN`;

/** As the migrations make them: filled at once at the end, they are made by sorting. */
const INDEXES: readonly { drop: string; make: string }[] = [
  { drop: 'DROP CONSTRAINT event_pkey', make: 'ADD CONSTRAINT event_pkey PRIMARY KEY (position)' },
  {
    drop: 'DROP CONSTRAINT event_stream_revision',
    make: 'ADD CONSTRAINT event_stream_revision UNIQUE (stream, revision)',
  },
];
const DROP_COMMAND = 'DROP INDEX event_store.event_command';
const MAKE_COMMAND =
  'CREATE UNIQUE INDEX event_command ON event_store.event (command_id) WHERE command_id IS NOT NULL';

/**
 * Whoever reads a row first notes on its page that its transaction is over. No vacuum, which would do that too: see
 * 005-no-holes.sql.
 */
const MEET = 'SELECT count(data) FROM event_store.event';

export interface BulkLoaded {
  head: number;
  copy_ms: number;
  indexes_ms: number;
}

/**
 * All or nothing. `made` answers the events that follow a position. Marks the store, so that it may be filled further;
 * rejects with NotForBench where others have written. `url` logs in as the owner of the schema.
 */
export async function bulkLoad(
  url: string,
  made: (after: number) => Iterable<ArchivedEvent>,
): Promise<BulkLoaded> {
  const client = new Client(connectionConfig({ url, answerTimeout_ms: ANSWER_TIMEOUT_ms }));
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(LOCK);
    const { rows } = await client.query<{ head: string; mark: string | null }>(STATE);
    const [head, mark] = [Number(rows[0]!.head), rows[0]!.mark];
    if (head > 0 && mark !== MARK) throw new NotForBench(head);
    await client.query(`COMMENT ON TABLE event_store.event IS '${MARK}'`);
    const start_ms = performance.now();
    await client.query(`${alter(INDEXES.map(({ drop }) => drop))}; ${DROP_COMMAND}`);
    await copyIn(client, COPY, linesOf(made(head)));
    const copied_ms = performance.now();
    await client.query(`SET LOCAL maintenance_work_mem = '${INDEX_MEMORY}'`);
    await client.query(`${alter(INDEXES.map(({ make }) => make))}; ${MAKE_COMMAND}`);
    const loaded = Number((await client.query<{ head: string }>(STATE)).rows[0]!.head);
    await client.query('COMMIT');
    const indexes_ms = performance.now() - copied_ms;
    await client.query('ANALYZE event_store.event');
    await client.query(MEET);
    return { head: loaded, copy_ms: copied_ms - start_ms, indexes_ms };
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}

const alter = (steps: readonly string[]): string => `ALTER TABLE event_store.event ${steps.join(', ')}`;

function* linesOf(events: Iterable<ArchivedEvent>): Iterable<string> {
  for (const event of events) yield lineOf(event);
}

/** JSON writes every control character as an escape: only its backslashes mean something to COPY. */
const json = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text);

function lineOf(event: ArchivedEvent): string {
  const { position, occurredAt, recordedAt, revision, version, request, id, stream, type } = event;
  const command = request ? [request.events, request.commandId] : ['\\N', '\\N'];
  return `${position}\t${occurredAt}\t${recordedAt}\t${revision}\t${version}\t${command[0]}\t${id}\t${command[1]}\t${stream}\t${type}\t${json(event.data)}\t${json(event.meta)}\n`;
}
