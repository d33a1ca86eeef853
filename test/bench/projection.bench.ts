import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { createLog } from '@huiyin/kernel';
import { migrateReadModels, VIEWS } from '@huiyin/read-models';
import { copyIn } from '@huiyin/database';
import { REQUEST_EVENTS_MAX } from '@huiyin/event-store/request';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createProjector } from '../../apps/projector/projector';
import { cityYear, type Planned } from './shared/city-year';
import { withPostgres } from './shared/postgres';
import { median, quantile } from './shared/stats';
import { printTable } from './shared/table';

const EVENTS = 500_000;
const ROUNDS = 3;
const READ_MAX = 5_000;
const APPENDS_AT_ONCE = 16;
const TIMEOUT_ms = 600_000;
/** What a server of this size is usually given. */
const SETTINGS = ['shared_buffers=512MB', 'max_wal_size=4GB'];

/** Replays a city's year into every view, against a plain COPY of the same events into one flat table. */
export async function run([
  events = String(EVENTS),
  rounds = String(ROUNDS),
]: readonly string[]): Promise<void> {
  await withPostgres(async (url) => {
    await migrateEventStore(url());
    const store = createPostgresEventStore({ url: url() });
    const pool = createPool({ url: url() });
    await fill(store, cityYear(Number(events)));
    const [copies, replays]: [number[], Replay[]] = [[], []];
    for (let round = 0; round < Number(rounds); round += 1) {
      copies.push(await copyFlat(store, pool));
      replays.push(await replayAll(url(), store, pool));
    }
    print(Number(events), copies, replays);
    await store.close();
    await pool.end();
  }, SETTINGS);
}

interface Replay {
  rate: number;
  /** Between two writes, each with its checkpoint. */
  batches_ms: number[];
}

function print(events: number, copies: readonly number[], replays: readonly Replay[]): void {
  const copy = median(copies);
  const rate = median(replays.map((one) => one.rate));
  const batch = (share: number): number => median(replays.map((one) => quantile(one.batches_ms, share)));
  printTable(`projection: ${events} events into ${VIEWS.length} views, median of ${replays.length} rounds`, [
    {
      variant: 'COPY into one flat table',
      'events/s': copy,
      'write p50 ms': '',
      'write p99 ms': '',
      ratio: 1,
    },
    {
      variant: 'replay into all views',
      'events/s': rate,
      'write p50 ms': String(Math.round(batch(0.5))),
      'write p99 ms': String(Math.round(batch(0.99))),
      ratio: rate / copy,
    },
  ]);
}

async function fill(store: EventStore, events: readonly Planned[]): Promise<void> {
  for (let from = 0; from < events.length; from += REQUEST_EVENTS_MAX * APPENDS_AT_ONCE) {
    const requests = Array.from({ length: APPENDS_AT_ONCE }, (_, index) => {
      const start = from + index * REQUEST_EVENTS_MAX;
      return events.slice(start, start + REQUEST_EVENTS_MAX);
    });
    await Promise.all(requests.filter((one) => one.length > 0).map((one) => append(store, one)));
  }
}

async function append(store: EventStore, events: readonly Planned[]): Promise<void> {
  const streams = new Map<string, Planned[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  const result = await store.append({
    commandId: randomUUID(),
    streams: [...streams].map(([stream, own]) => ({ stream, expectedRevision: 'any', events: own })),
  });
  if (result.status !== 'appended') throw new Error(`unexpected ${result.status}`);
}

/** Events per second. */
async function replayAll(url: string, store: EventStore, pool: Pool): Promise<Replay> {
  await pool.query('DROP SCHEMA IF EXISTS views CASCADE');
  await migrateReadModels(url);
  const head = await store.head();
  const projector = createProjector({ store, pool, views: VIEWS, log: createLog('bench', 'warn') });
  const batches_ms: number[] = [];
  const start = performance.now();
  let last = start;
  projector.onBatch(() => {
    const now = performance.now();
    batches_ms.push(now - last);
    last = now;
  });
  await projector.start();
  if (!(await projector.waitFor(head, TIMEOUT_ms)))
    throw new Error(`the replay took more than ${TIMEOUT_ms} ms`);
  const elapsed_ms = performance.now() - start;
  await projector.stop();
  return { rate: (head / elapsed_ms) * 1_000, batches_ms };
}

async function copyFlat(store: EventStore, pool: Pool): Promise<number> {
  await pool.query('DROP TABLE IF EXISTS flat');
  await pool.query(
    'CREATE TABLE flat (position bigint PRIMARY KEY, stream text, type text, occurred_at timestamptz, data json)',
  );
  const client = await pool.connect();
  const start = performance.now();
  let after = 0;
  for (let more = true; more;) {
    const batch = await store.readAll({ after, limit: READ_MAX });
    more = batch.length === READ_MAX;
    after = batch.at(-1)?.position ?? after;
    const lines = batch.map(({ position, stream, type, occurredAt, data }) => {
      const text = JSON.stringify(data).replaceAll('\\', '\\\\');
      return `${position}\t${stream}\t${type}\t${occurredAt}\t${text}\n`;
    });
    await copyIn(client, 'COPY flat FROM STDIN', lines);
  }
  const elapsed_ms = performance.now() - start;
  client.release();
  return (after / elapsed_ms) * 1_000;
}
