import {
  createPostgresEventStore,
  migrateEventStore,
  type EventStore,
  type NewEvent,
} from '@huiyin/event-store';
import { uuidv7 } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { withPostgres } from './shared/postgres';
import { runFor } from './shared/run-for';
import { type Round, median, medianRound } from './shared/stats';
import { printTable } from './shared/table';

const WRITERS = [32, 256];
const ROUNDS = 11;
const ROUND_ms = 2_000;
const WARM_UP_ms = 1_500;
const FOLLOWERS = '2';
const EVENTS_PER_STREAM = 8;
/** With the other fields the data is about 300 bytes. */
const TEXT = 'The street lamp in front of number 12 has been out since Monday. '.repeat(4);

/** `append [followers]`: group commit with its followers on, against a plain one-row INSERT per transaction, in alternating rounds. */
export async function run([followers = FOLLOWERS]: readonly string[]): Promise<void> {
  await withPostgres(
    async (url) => {
      for (const writers of WRITERS) await compare(url(), writers, Number(followers));
    },
    [`max_connections=${Math.max(...WRITERS) + 20}`],
  );
}

async function compare(url: string, writers: number, followers: number): Promise<void> {
  const plain = await openPlain(url, writers);
  await migrateEventStore(url);
  const store = createPostgresEventStore({ url });
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
  await plain.end();
  await store.close();
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

/** Each writer has cases of its own and says which revision it has seen. */
const storeStep = (store: EventStore) => () => {
  let stream = '';
  let revision = EVENTS_PER_STREAM;
  return async () => {
    if (++revision >= EVENTS_PER_STREAM) [stream, revision] = [`case-${uuidv7(new Date())}`, 0];
    const commandId = randomUUID();
    const expectedRevision = revision === 0 ? ('none' as const) : revision - 1;
    const result = await store.append({
      commandId,
      streams: [{ stream, expectedRevision, events: [newEvent(commandId)] }],
    });
    if (result.status !== 'appended') throw new Error(`unexpected ${result.status}`);
  };
};

function newEvent(commandId: string): NewEvent {
  const now = new Date();
  return {
    id: uuidv7(now),
    type: 'CaseRegistered',
    version: 1,
    data: { title: 'Street lamp', category: 'lighting', text: TEXT },
    meta: { actor: 'clerk-17', office: 'office-31', commandId, correlationId: commandId },
    occurredAt: now.toISOString(),
    recordedAt: now.toISOString(),
  };
}

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
