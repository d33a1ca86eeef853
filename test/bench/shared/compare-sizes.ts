import { bulkLoad, createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { Client } from 'pg';
import { madeUpEvents } from '../../../apps/cli/load/generate';
import { withPostgres } from './postgres';
import type { Round } from './stats';
import { printTable } from './table';

const SMALL = 100_000;
const SEED = 7;
const TARGET = 0.8;
/** A server for a log of this size; the same for both. */
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB'];

export type Measure = (store: EventStore) => Promise<Round>;

/** The same measurements on a log of 100,000 events and on one of `events`, both made up, on one server. */
export async function compareSizes(
  events: number,
  measures: Readonly<Record<string, Measure>>,
): Promise<void> {
  await withPostgres(async (url) => {
    const sizes = [SMALL, events] as const;
    for (const size of sizes) await fill(url(), url(nameOf(size)), size);
    console.log(`both logs are filled: ${sizes.join(' and ')} events`);
    for (const [what, measure] of Object.entries(measures)) {
      const rounds: Round[] = [];
      for (const size of sizes) rounds.push(await measured(url(nameOf(size)), measure));
      print(what, events, rounds as [Round, Round]);
    }
  }, SETTINGS);
}

const nameOf = (size: number): string => `log_of_${size}`;

async function fill(server: string, url: string, size: number): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${nameOf(size)}`).finally(() => client.end());
  await migrateEventStore(url);
  await bulkLoad(url, (after) => madeUpEvents(size, after, SEED));
}

async function measured(url: string, measure: Measure): Promise<Round> {
  const store = createPostgresEventStore({ url });
  return measure(store).finally(() => store.close());
}

function print(what: string, events: number, [small, large]: [Round, Round]): void {
  const row = (name: number, { throughput, p50_ms, p99_ms }: Round) => ({
    'events in the log': name.toLocaleString('en-US'),
    'per second': throughput,
    'p50 ms': p50_ms,
    'p99 ms': p99_ms,
    ratio: throughput / small.throughput,
  });
  printTable(`${what}, by the size of the log`, [row(SMALL, small), row(events, large)]);
  const reached = large.throughput >= TARGET * small.throughput;
  console.log(`target ≥${TARGET} × the figure at ${SMALL}: ${reached ? 'reached' : 'not reached'}`);
}
