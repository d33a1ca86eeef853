import { pause, silentLog } from '@huiyin/kernel';
import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import { describeFailure } from '../failure';
import { CONCURRENCY_DEFAULT } from '../deliver';
import type { ConsumeOptions, Consumer, Consumption, ParkingLot } from '../port';
import { releaseKey } from '../release';
import { RETRY, waitAfter, type RetryPolicy } from '../retry';
import { handleBatch } from './batch';
import { createClient, type KafkaConnection } from './client';
import { HEARTBEAT_ms, type Run } from './run';

export interface KafkaConsumerOptions extends KafkaConnection {
  lot: ParkingLot;
  retry?: RetryPolicy;
  /** A member that says nothing for so long has died, and its partitions go to others. Brokers allow 6 s and more. */
  sessionTimeout_ms?: number;
}

const SESSION_TIMEOUT_ms = 15_000;
/** Time that members get to finish the handlers at work when the group changes. */
const REBALANCE_TIMEOUT_ms = 60_000;
/** How long the broker holds an empty fetch: also the longest that a stop waits for it. */
const FETCH_WAIT_ms = 500;
const PARTITIONS_AT_ONCE_MAX = 4;

/** A consumer group on Kafka. Offsets are committed behind handled messages only; a new group starts at the beginning. */
export function createKafkaConsumer(options: KafkaConsumerOptions): Consumer {
  const kafka = createClient(options);
  const open = new Set<Consumption>();
  return {
    subscribe: (consume) => {
      const consumption = consumeKafka(kafka, options, consume);
      open.add(consumption);
      void consumption.done.then(() => open.delete(consumption));
      return consumption;
    },
    close: async () => void (await Promise.all([...open].map((consumption) => consumption.stop()))),
  };
}

function consumeKafka(kafka: Kafka, options: KafkaConsumerOptions, consume: ConsumeOptions): Consumption {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { lot, retry = RETRY, log = silentLog, sessionTimeout_ms = SESSION_TIMEOUT_ms } = options;
  const { group, handler, concurrencyMax = CONCURRENCY_DEFAULT } = consume;
  const partitions = Math.min(PARTITIONS_AT_ONCE_MAX, concurrencyMax);
  const perPartition = Math.floor(concurrencyMax / partitions);
  const lags = new Map<string, number>();
  const run: Run = {
    consume,
    lot,
    retry,
    log,
    signal,
    sessionTimeout_ms,
    concurrencyMax: perPartition,
    lags,
    batches: 0,
  };
  const done = keepConsuming(kafka, run, partitions);
  return {
    done,
    stop: () => {
      stopping.abort();
      return done;
    },
    release: (key) => releaseKey(key, { group, handler, lot, retry, signal }),
    lag: () => [...lags.values()].reduce((sum, lag) => sum + lag, 0),
  };
}

/** The library restarts some crashes by itself and not others, and not reliably: here every one, with a new member. */
async function keepConsuming(kafka: Kafka, run: Run, partitions: number): Promise<void> {
  const { signal, retry, log, consume } = run;
  for (let failures = 0; !signal.aborted;) {
    const before = run.batches;
    try {
      await consumeUntilCrash(kafka, run, partitions);
    } catch (error) {
      if (signal.aborted) return;
      failures = run.batches > before ? 1 : failures + 1;
      const wait_ms = waitAfter(retry.outage, failures);
      log.warn({ group: consume.group, wait_ms, failure: describeFailure(error) }, 'consumer interrupted');
      await pause(wait_ms, signal);
    }
  }
}

async function consumeUntilCrash(kafka: Kafka, run: Run, partitions: number): Promise<void> {
  const { consume, signal } = run;
  const consumer = kafka.consumer({
    groupId: consume.group,
    sessionTimeout: run.sessionTimeout_ms,
    heartbeatInterval: HEARTBEAT_ms,
    rebalanceTimeout: REBALANCE_TIMEOUT_ms,
    maxWaitTimeInMs: FETCH_WAIT_ms,
    allowAutoTopicCreation: false,
    retry: { restartOnFailure: async () => false },
  });
  const crashed = new Promise<never>((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });
  crashed.catch(() => undefined);
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  // The lags of partitions that went to another member are no longer this one's to tell.
  consumer.on(consumer.events.GROUP_JOIN, () => run.lags.clear());
  try {
    await Promise.race([start(consumer, run, partitions), crashed]);
    if (!signal.aborted) await Promise.race([aborted, crashed]);
  } finally {
    await consumer.disconnect().catch(() => undefined);
  }
}

async function start(consumer: KafkaConsumer, run: Run, partitions: number): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [...run.consume.topics], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    eachBatchAutoResolve: false,
    eachBatch: (payload: EachBatchPayload) => handleBatch(run, payload),
  });
}
