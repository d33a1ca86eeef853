import { startPublisher } from '../../apps/publisher';
import { toMessages } from '../../apps/publisher/to-messages';
import { startKafka } from '../../infra/kafka';
import { CASE_EVENTS, TOPICS } from '@huiyin/contracts';
import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore, type NewEvent } from '@huiyin/event-store';
import { uuidv7 } from '@huiyin/kernel';
import {
  createPostgresCursors,
  createPostgresLease,
  createPostgresParkingLot,
  migrateMessaging,
} from '@huiyin/messaging';
import {
  createClient,
  createKafkaConsumer,
  createKafkaPublisher,
  ensureTopics,
  toRecord,
} from '@huiyin/messaging/kafka';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paced } from './shared/paced';
import { withPostgres } from './shared/postgres';
import { median, quantile } from './shared/stats';
import { printTable, type Row } from './shared/table';

const RATE = 300;
const ROUND_s = 10;
/** Of each variant, in turns: 30 s at the rate. */
const ROUNDS = 3;
const WARM_UP_s = 3;
const PARTITIONS = 6;
const RAW_TOPIC = 'bench.raw';
const TARGET_P99_ms = 250;

/** Measured from the instant at which an event was due to be sent, so that a stall counts in full. */
interface Variant {
  name: string;
  /** Sends the event with this id; resolves when it is durable. */
  send(id: string): Promise<unknown>;
  rounds: Round[];
}

interface Round {
  latencies_ms: number[];
  /** Handled per second, from the first sent to the last handled. */
  rate: number;
}

/** Append → publisher → Kafka → consumer's handler, against kafkajs alone with the same bytes at the same rate. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-bench-kafka-'));
  const kafka = await startKafka({ folder });
  try {
    await withPostgres((url) => compare(url(), kafka.brokers));
  } finally {
    await kafka.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(url: string, brokers: string[]): Promise<void> {
  const handled = createHandled();
  const raw = await openRaw(brokers, handled.add);
  const whole = await openWhole(url, brokers, handled.add);
  const variants: Variant[] = [
    { name: 'kafkajs alone', send: raw.send, rounds: [] },
    { name: 'append to handled', send: whole.send, rounds: [] },
  ];
  for (const variant of variants) await measure(variant, WARM_UP_s, handled);
  for (let round = 0; round < ROUNDS; round++) {
    for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
      variant.rounds.push(await measure(variant, ROUND_s, handled));
    }
  }
  print(variants);
  await raw.close();
  await whole.close();
}

async function measure({ send }: Variant, seconds: number, handled: Handled): Promise<Round> {
  const count = seconds * RATE;
  const dueAt_ms = new Map<string, number>();
  const start_ms = performance.now();
  await paced(count, RATE, (due_ms) => {
    const id = uuidv7(new Date());
    dueAt_ms.set(id, due_ms);
    return send(id);
  });
  const at_ms = await handled.all(dueAt_ms.keys());
  const latencies_ms = [...dueAt_ms].map(([id, due_ms]) => at_ms.get(id)! - due_ms);
  const last_ms = [...at_ms.values()].reduce((latest, at) => Math.max(latest, at), 0);
  return { latencies_ms, rate: count / ((last_ms - start_ms) / 1_000) };
}

interface Handled {
  add(id: string): void;
  /** Resolves with when each was handled, once all are; forgets them. */
  all(ids: Iterable<string>): Promise<Map<string, number>>;
}

function createHandled(): Handled {
  let at_ms = new Map<string, number>();
  let look = (): void => undefined;
  return {
    add(id) {
      if (!at_ms.has(id)) at_ms.set(id, performance.now());
      look();
    },
    async all(ids) {
      const wanted = [...ids];
      await new Promise<void>((resolve) => {
        look = () => void (at_ms.size >= wanted.length && wanted.every((id) => at_ms.has(id)) && resolve());
        look();
      });
      const result = at_ms;
      at_ms = new Map();
      look = () => undefined;
      return result;
    },
  };
}

async function openRaw(brokers: string[], add: (id: string) => void) {
  const client = createClient({ brokers, clientId: 'bench-raw' });
  const admin = client.admin();
  await admin.connect();
  const plan = { partitions: PARTITIONS, compacted: false };
  await ensureTopics(admin, [
    { topic: RAW_TOPIC, ...plan },
    ...TOPICS.map(({ name }) => ({ topic: name, ...plan })),
  ]);
  await admin.disconnect();
  const producer = client.producer({ idempotent: true, maxInFlightRequests: 1 });
  const consumer = client.consumer({ groupId: 'bench-raw' });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [RAW_TOPIC], fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => add(message.headers!['ce_id']!.toString()) });
  return {
    send(id: string) {
      const stored = { ...newEvent(id), stream: streamOf(id), revision: 0, position: 1 };
      const record = toRecord(toMessages(stored)[0]!);
      return producer.send({ topic: RAW_TOPIC, messages: [record], acks: -1 });
    },
    close: async () => void (await Promise.all([producer.disconnect(), consumer.disconnect()])),
  };
}

async function openWhole(url: string, brokers: string[], add: (id: string) => void) {
  await migrateEventStore(url);
  await migrateMessaging(url);
  const pool = createPool({ url });
  const store = createPostgresEventStore({ url });
  const broker = createKafkaPublisher({ brokers, clientId: 'bench' });
  const publisher = startPublisher({
    store,
    publisher: broker,
    cursors: createPostgresCursors(pool),
    lease: createPostgresLease(url),
  });
  const lot = createPostgresParkingLot(pool);
  const consumer = createKafkaConsumer({ brokers, clientId: 'bench', lot });
  consumer.subscribe({ group: 'bench', topics: [CASE_EVENTS], handler: async ({ id }) => add(id) });
  return {
    async send(id: string) {
      const streams = [{ stream: streamOf(id), expectedRevision: 'none' as const, events: [newEvent(id)] }];
      const { status } = await store.append({ commandId: id, streams });
      if (status !== 'appended') throw new Error(`unexpected ${status}`);
    },
    async close() {
      await publisher.stop();
      await broker.close();
      await consumer.close();
      await store.close();
      await pool.end();
    },
  };
}

const streamOf = (id: string): string => `case-${id}`;

function newEvent(id: string): NewEvent {
  const now = new Date().toISOString();
  const data = {
    pack: 'xinfang-2022@2',
    channel: 'online',
    category: 'lighting',
    title: '路灯不亮，已经报修三次',
    place: '和平区南湖街道',
    claims: [{ id: 'c1', kind: 'claim', summary: '尽快修复路灯' }],
    kind: 'anonymous',
    persons: 1,
    representatives: 1,
    reachable: false,
    receiver: 'petitions',
    receivedAt: now,
  };
  const meta = { actor: 'clerk-17', office: 'petitions', commandId: id, correlationId: id };
  return { id, type: 'CaseRegistered', version: 1, data, meta, occurredAt: now, recordedAt: now };
}

function print(variants: readonly Variant[]): void {
  const p99Of = (variant: Variant): number =>
    median(variant.rounds.map(({ latencies_ms }) => quantile(latencies_ms, 0.99)));
  const rows = variants.map((variant): Row => {
    const all = variant.rounds.flatMap(({ latencies_ms }) => latencies_ms);
    return {
      variant: variant.name,
      'events/s': median(variant.rounds.map(({ rate }) => rate)),
      'p50 ms': quantile(all, 0.5),
      'p99 ms': p99Of(variant),
      'worst ms': quantile(all, 1),
      'p99 ratio': p99Of(variant) / p99Of(variants[0]!),
    };
  });
  const total_s = ROUNDS * ROUND_s;
  printTable(
    `fanout at ${RATE} events/s: ${total_s} s each in ${ROUNDS} rounds, p99 is the rounds' median`,
    rows,
  );
  const reached = p99Of(variants.at(-1)!) < TARGET_P99_ms;
  console.log(`target p99 <${TARGET_P99_ms} ms: ${reached ? 'reached' : 'not reached'}`);
}
