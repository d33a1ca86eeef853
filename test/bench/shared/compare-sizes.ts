import { bulkLoad, createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { madeUpEvents } from '../../../apps/cli/load/generate';
import { withPostgres } from './postgres';
import type { Round } from './stats';
import { printTable } from './table';

const SMALL = 100_000;
const SEED = 7;
const TARGET = 0.8;
/** A server for a log of this size; the same for both. */
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB'];

/** The same measurement on a log of 100,000 events and on one of `events`, both made up, on one server. */
export async function compareSizes(
  what: string,
  events: number,
  measure: (store: EventStore) => Promise<Round>,
): Promise<void> {
  await withPostgres(async (url) => {
    await migrateEventStore(url());
    const rounds: Round[] = [];
    for (const size of [SMALL, events]) {
      await bulkLoad(url(), (after) => madeUpEvents(Math.max(0, size - after), after, SEED));
      const store = createPostgresEventStore({ url: url() });
      rounds.push(await measure(store).finally(() => store.close()));
    }
    const [small, large] = rounds as [Round, Round];
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
  }, SETTINGS);
}
