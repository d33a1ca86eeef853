import { createPool, isConnectionLoss } from '@huiyin/database';
import { createPostgresEventStore, type EventStore } from '@huiyin/event-store';
import { silentLog } from '@huiyin/kernel';
import { fingerprintViews, migrateReadModels, VIEWS } from '@huiyin/read-models';
import { Client as Session, type Pool } from 'pg';
import { createProjector } from '../../apps/projector/projector';
import type { Acknowledged } from './load';

const CATCH_UP_ms = 30_000;

/** Queries that answer rows only where the log is not as it must be. */
const LOG_LAWS: Readonly<Record<string, string>> = {
  'positions are 1, 2, 3, …': `SELECT count(*), min(position), max(position) FROM event_store.event
    HAVING count(*) > 0 AND (min(position) <> 1 OR max(position) <> count(*))`,
  'revisions of a stream are 0, 1, 2, … in the order of positions': `SELECT stream, position, revision FROM (
      SELECT stream, position, revision, row_number() OVER (PARTITION BY stream ORDER BY position) - 1 AS nth
        FROM event_store.event) e WHERE revision <> nth`,
  'a command id has one request, with all its events behind each other': `SELECT meta->>'commandId' AS command
      FROM event_store.event GROUP BY 1
    HAVING count(command_id) <> 1 OR count(*) <> max(command_events) OR max(position) - min(position) + 1 <> count(*)`,
  'an event id stands once': 'SELECT id FROM event_store.event GROUP BY id HAVING count(*) > 1',
  'a duty is breached once': `SELECT stream, data->>'dutyId' FROM event_store.event WHERE type = 'DutyBreached'
    GROUP BY 1, 2 HAVING count(*) > 1`,
  'a breach is supervised once and reviewed once, a threshold supervised once for each occurrence': `SELECT type,
      data->>'caseId', data->>'dutyId', data->>'threshold', data->>'occurrence' FROM event_store.event
    WHERE type IN ('SupervisionOrdered', 'ReviewOpened') GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1`,
  'a step that is due has been taken': `SELECT stream, next_at FROM escalation.timer
    WHERE next_at <= (SELECT max(recorded_at) FROM event_store.event)`,
  'what is sealed has its key': `SELECT DISTINCT s[1] FROM event_store.event e,
      regexp_matches(e.data::text, '"\\$sealed":"v1","subject":"([0-9a-f-]{36})"', 'g') s
    WHERE NOT EXISTS (SELECT FROM privacy.subject_key k WHERE k.subject = s[1]::uuid)`,
};

export async function assertLog(pool: Pool): Promise<void> {
  for (const [law, query] of Object.entries(LOG_LAWS)) {
    const { rows } = await pool.query<object>(query);
    if (rows.length > 0) throw new Error(`broken: ${law}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
}

/** What was answered with 2xx is stored, where the answer said. */
export async function assertStored(
  pool: Pool,
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<void> {
  const { rows } = await pool.query<{ command: string; revision: number; position: number }>(
    `SELECT meta->>'commandId' AS command, max(revision) AS revision, max(position)::float8 AS position
       FROM event_store.event GROUP BY 1`,
  );
  const stored = new Map(rows.map((row) => [row.command, row]));
  for (const [command, { revision, position }] of acknowledged) {
    const found = stored.get(command);
    if (found?.revision !== revision || found.position !== position)
      throw new Error(
        `broken: command ${command} was acknowledged at ${position} (revision ${revision}), stored is ${JSON.stringify(found)}`,
      );
  }
}

/** The views are what a fold of all events gives that begins with nothing. */
export async function assertViews(databaseUrl: string, pool: Pool): Promise<void> {
  const folded = await foldViews(databaseUrl);
  const shown = await fingerprintViews(pool);
  for (const [view, print] of Object.entries(folded))
    if (shown[view] !== print)
      throw new Error(`broken: view ${view} shows ${shown[view]}, the events give ${print}`);
}

const FOLD = 'fold_check';

const at = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
};

/** What the views show of the log up to a position, folded from nothing in a database of its own. */
export async function foldViews(databaseUrl: string, upTo?: number): Promise<Record<string, string>> {
  const server = new Session({ connectionString: at(databaseUrl, 'postgres') });
  await server.connect();
  try {
    await server.query(`DROP DATABASE IF EXISTS ${FOLD} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${FOLD}`);
    return await patiently(() => fold(databaseUrl, at(databaseUrl, FOLD), upTo));
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${FOLD} WITH (FORCE)`);
    await server.end();
  }
}

const TRIES_MAX = 5;

/** A busy machine may let a connection wait too long: that says nothing about what is stored. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES_MAX || !isConnectionLoss(error)) throw error;
    }
  }
}

/** The log as it was when it ended there. */
const endingAt = (store: EventStore, last: number): EventStore => ({
  ...store,
  head: async () => last,
  readAll: async (range) => (await store.readAll(range)).filter(({ position }) => position <= last),
  subscribe: ({ handler, ...options }) =>
    store.subscribe({
      ...options,
      handler: (events, reached) =>
        handler(
          events.filter(({ position }) => position <= last),
          Math.min(reached, last),
        ),
    }),
});

async function fold(databaseUrl: string, emptyUrl: string, upTo?: number): Promise<Record<string, string>> {
  await migrateReadModels(emptyUrl);
  const whole = createPostgresEventStore({ url: databaseUrl });
  const store = upTo === undefined ? whole : endingAt(whole, upTo);
  const pool = createPool({ url: emptyUrl });
  const projector = createProjector({ store, pool, views: VIEWS, log: silentLog });
  try {
    await projector.start();
    if (!(await projector.waitFor(await store.head(), CATCH_UP_ms)))
      throw new RangeError('the fold did not end');
    return await fingerprintViews(pool);
  } finally {
    await projector.stop();
    await store.close();
    await pool.end();
  }
}
