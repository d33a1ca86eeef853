import { createPostgresEventStore, migrateEventStore, type EventStore } from '@huiyin/event-store';
import { uuidv7 } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { compareProcesses } from './append-processes';
import { newEvent, storeStep } from './shared/append-step';
import { compareSizes, type Workload } from './shared/compare-sizes';
import { paced } from './shared/paced';
import { slowFlush, withPostgres } from './shared/postgres';
import { runFor } from './shared/run-for';
import { type Round, median, medianRound, roundOf } from './shared/stats';
import { printTable } from './shared/table';

const WRITERS = [32, 256];
const ROUNDS = 11;
const ROUND_ms = 2_000;
const WARM_UP_ms = 1_500;
const FOLLOWERS = '2';
const HALF_ROUNDS = 5;
const HALF_s = 3;
const HALF_WRITERS = 64;
const HALF_P99_ms = 25;
const QUEUE_MAX = 50_000;

const OPTIONS = {
  processes: { type: 'string' },
  'flush-ms': { type: 'string', default: '0' },
  events: { type: 'string' },
} as const;

/**
 * `append [followers]`: group commit with its followers on, against a plain one-row INSERT per transaction, in
 * alternating rounds; then at half the rate that it reached. `--flush-ms M`: each flush of the log to disk takes M ms
 * longer (PostgreSQL's commit_delay), for both. `--processes N`: that many processes append at once, each as an api
 * would. `--events N`: on a log of that many events, against one of 100,000.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const flush_ms = Number(values['flush-ms']);
  if (values.processes) return compareProcesses(Number(values.processes), flush_ms);
  if (values.events) return compareSizes(Number(values.events), { append: appending });
  const settings = [`max_connections=${Math.max(...WRITERS) + 20}`, ...slowFlush(flush_ms)];
  await withPostgres(async (url) => {
    for (const writers of WRITERS) await compare(url(), writers, Number(positionals[0] ?? FOLLOWERS));
  }, settings);
}

/** After a checkpoint the first change of a page writes all of it: over by then, and seldom again. */
const PAGES_MET_ms = 15_000;

/** One store, with 32 writers. */
export const appending: Workload = async (store) => {
  const run = (duration_ms: number) => runFor(duration_ms, WRITERS[0]!, storeStep(store));
  await run(PAGES_MET_ms);
  return () => run(ROUND_ms);
};

async function compare(url: string, writers: number, followers: number): Promise<void> {
  const plain = await openPlain(url, writers);
  await migrateEventStore(url);
  // A disk that hangs for a moment shows as latency here; an api would answer 503 beyond its shorter queue.
  const store = createPostgresEventStore({ url, queueMax: QUEUE_MAX });
  const following = await follow(store, followers);
  const variants = {
    'plain INSERT': { step: plainStep(plain), rounds: [] as Round[] },
    'event store': { step: storeStep(store), rounds: [] as Round[] },
  };
  for (const { step } of Object.values(variants)) await runFor(WARM_UP_ms, writers, step);
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever goes first finds the disk as the other left it, so they take turns.
    const order = Object.values(variants);
    for (const { step, rounds } of round % 2 === 0 ? order : order.reverse()) {
      rounds.push(await runFor(ROUND_ms, writers, step));
      await following.caughtUp();
    }
  }
  print(
    `${writers} writers, ${followers} followers`,
    variants['plain INSERT'].rounds,
    variants['event store'].rounds,
  );
  await atHalf(store, medianRound(variants['event store'].rounds).throughput / 2);
  await plain.end();
  await store.close();
}

/** Arrivals at a steady rate, whether or not those before have been answered; measured from when each was due. */
async function atHalf(store: EventStore, perSecond: number): Promise<void> {
  const free = Array.from({ length: HALF_WRITERS }, storeStep(store));
  const rounds: Round[] = [];
  for (let round = 0; round < HALF_ROUNDS; round++) {
    const latencies_ms: number[] = [];
    await paced(Math.round(perSecond * HALF_s), perSecond, async (due_ms) => {
      const step = free.pop() ?? storeStep(store)();
      await step();
      free.push(step);
      latencies_ms.push(performance.now() - due_ms);
    });
    rounds.push(roundOf(latencies_ms, HALF_s * 1_000));
  }
  const { throughput, p50_ms, p99_ms } = medianRound(rounds);
  printTable(
    `at half that rate, arrivals evenly spread, measured from when each was due, median of ${HALF_ROUNDS} rounds of ${HALF_s} s`,
    [{ variant: 'event store', 'events/s': throughput, 'p50 ms': p50_ms, 'p99 ms': p99_ms }],
  );
  console.log(`target p99 <${HALF_P99_ms} ms: ${p99_ms < HALF_P99_ms ? 'reached' : 'not reached'}`);
}

/** The ratio is the median of the rounds' ratios: what else the machine does weighs on both halves of a round. */
function print(setting: string, plain: readonly Round[], store: readonly Round[]): void {
  const row = (name: string, rounds: readonly Round[]) => {
    const { throughput, p50_ms, p99_ms } = medianRound(rounds);
    const ratio = median(rounds.map((round, index) => round.throughput / plain[index]!.throughput));
    return { variant: name, 'events/s': throughput, 'p50 ms': p50_ms, 'p99 ms': p99_ms, ratio };
  };
  const title = `append, one event each: ${setting}, median of ${ROUNDS} rounds of ${ROUND_ms / 1_000} s`;
  printTable(title, [row('plain INSERT', plain), row('event store', store)]);
}

async function openPlain(url: string, writers: number): Promise<Pool> {
  const pool = new Pool({ connectionString: url, max: writers });
  await pool.query(`CREATE TABLE IF NOT EXISTS plain_event (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL, stream text NOT NULL, type text NOT NULL,
    version smallint NOT NULL, data json NOT NULL, meta json NOT NULL, occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL)`);
  const clients = await Promise.all(Array.from({ length: writers }, () => pool.connect()));
  for (const client of clients) client.release();
  return pool;
}

const INSERT = `INSERT INTO plain_event (id, stream, type, version, data, meta, occurred_at, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const plainStep = (pool: Pool) => () => () => {
  const { id, type, version, data, meta, occurredAt, recordedAt } = newEvent(randomUUID());
  const values = [
    id,
    `case-${uuidv7(new Date())}`,
    type,
    version,
    JSON.stringify(data),
    JSON.stringify(meta),
    occurredAt,
    recordedAt,
  ];
  return pool.query({ name: 'plain', text: INSERT, values });
};

async function follow(store: EventStore, followers: number): Promise<{ caughtUp(): Promise<void> }> {
  const after = await store.head();
  const reached = Array<number>(followers).fill(after);
  let waiting: (() => void) | undefined;
  reached.forEach((_, index) =>
    store.subscribe({
      after,
      handler: async (batch, position) => {
        if (batch[0]!.position !== reached[index]! + 1) throw new Error('a follower missed an event');
        reached[index] = position;
        waiting?.();
      },
    }),
  );
  return {
    async caughtUp() {
      const head = await store.head();
      while (Math.min(...reached) < head) await new Promise<void>((resolve) => (waiting = resolve));
    },
  };
}
