import { bulkLoad, createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { madeUpEvents } from '../../../apps/cli/load/generate';
import { withPostgres } from './postgres';
import { median, medianRound, type Round } from './stats';
import { printTable } from './table';

const SMALL = 100_000;
const SEED = 7;
const TARGET = 0.8;
const ROUNDS = 7;

/** Makes ready on one log, and answers one round at a time. */
export type Workload = (store: EventStore) => Promise<() => Promise<Round>>;

/** The same workloads on a log of 100,000 events and on one of `events`, both made up, on one server, in alternating rounds. */
export async function compareSizes(
  events: number,
  workloads: Readonly<Record<string, Workload>>,
): Promise<void> {
  await withPostgres(async (url) => {
    const sizes = [SMALL, events] as const;
    for (const size of sizes) await fill(url(), url(nameOf(size)), size);
    const stores = sizes.map((size) => createPostgresEventStore({ url: url(nameOf(size)) }));
    try {
      for (const [what, workload] of Object.entries(workloads)) {
        await settle(url());
        const [small, large] = await alternate(stores, workload);
        print(what, events, small!, large!);
      }
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  });
}

const nameOf = (size: number): string => `log_of_${size}`;

async function fill(server: string, url: string, size: number): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${nameOf(size)}`).finally(() => client.end());
  await migrateEventStore(url);
  await bulkLoad(url, (after) => madeUpEvents(size, after, SEED));
}

const SETTLED_POLL_ms = 500;

/** What was written before is settled before anything is measured: pages are on disk, tables are vacuumed. */
async function settle(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  const cleaning =
    "SELECT count(*)::integer AS workers FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'";
  const workers = async () => (await client.query<{ workers: number }>(cleaning)).rows[0]!.workers;
  try {
    await client.query('CHECKPOINT');
    while ((await workers()) > 0) await pause(SETTLED_POLL_ms);
  } finally {
    await client.end();
  }
}

async function alternate(stores: readonly EventStore[], workload: Workload): Promise<Round[][]> {
  const logs: { next: () => Promise<Round>; rounds: Round[] }[] = [];
  for (const store of stores) logs.push({ next: await workload(store), rounds: [] });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { next, rounds } of round % 2 === 0 ? logs : [...logs].reverse()) rounds.push(await next());
  }
  return logs.map(({ rounds }) => rounds);
}

/** The ratio is the median of the rounds' ratios: what else the machine does weighs on both halves of a round. */
function print(what: string, events: number, small: readonly Round[], large: readonly Round[]): void {
  const ratio = median(large.map((round, index) => round.throughput / small[index]!.throughput));
  const row = (name: number, rounds: readonly Round[], ratioOfRow: number) => {
    const { throughput, p50_ms, p99_ms } = medianRound(rounds);
    return {
      'events in the log': name.toLocaleString('en-US'),
      'per second': throughput,
      'p50 ms': p50_ms,
      'p99 ms': p99_ms,
      ratio: ratioOfRow,
    };
  };
  printTable(`${what}, by the size of the log, median of ${ROUNDS} rounds`, [
    row(SMALL, small, 1),
    row(events, large, ratio),
  ]);
  console.log(`target ≥${TARGET} × the figure at ${SMALL}: ${ratio >= TARGET ? 'reached' : 'not reached'}`);
}
