import type { EventStore, StoredEvent } from '@huiyin/event-store/port';
import { pause, silentLog, type Log } from '@huiyin/kernel';
import { CONCURRENCY_DEFAULT, deliver } from '../deliver';
import { describeFailure } from '../failure';
import type { ConsumeOptions, Consumer, Consumption, Message, ParkingLot } from '../port';
import { releaseKey } from '../release';
import { RETRY, waitAfter, type RetryPolicy } from '../retry';
import { createCursorWriter, type CursorWriter } from './cursor-writer';
import type { CursorStore } from './cursors';
import type { HeldLease, Lease } from './lease';
import { createReached, type Reached } from './reached';
import { resume } from './resume';

export interface LogConsumerOptions {
  store: Pick<EventStore, 'subscribe' | 'readAll' | 'head'>;
  /** The messages that an event is published as: none for a private one. Pure. */
  toMessages: (event: StoredEvent) => readonly Message[];
  cursors: CursorStore;
  lot: ParkingLot;
  lease: Lease;
  retry?: RetryPolicy;
  log?: Log;
}

export interface LogConsumption extends Consumption {
  /** Everything up to this position is handled or parked. */
  reached(): number;
  /** Resolves when `reached() >= position`; rejects when the consumer is stopped before. */
  waitFor(position: number): Promise<void>;
}

export interface LogConsumer extends Consumer {
  subscribe(options: ConsumeOptions): LogConsumption;
}

/** Events in one call: large, because catching up is limited by round trips; handlers of a batch finish before the next. */
const BATCH_MAX = 500;

/** The same messages as Kafka carries, read straight from the event log. */
export function createLogConsumer(options: LogConsumerOptions): LogConsumer {
  const open = new Set<LogConsumption>();
  return {
    subscribe: (consume) => {
      const consumption = consumeLog(options, consume);
      open.add(consumption);
      void consumption.done.then(() => open.delete(consumption));
      return consumption;
    },
    close: async () => void (await Promise.all([...open].map((consumption) => consumption.stop()))),
  };
}

interface Run {
  options: LogConsumerOptions;
  consume: ConsumeOptions;
  topics: ReadonlySet<string>;
  reached: Reached;
  retry: RetryPolicy;
  log: Log;
  signal: AbortSignal;
  lag: number;
}

function consumeLog(options: LogConsumerOptions, consume: ConsumeOptions): LogConsumption {
  const { group, handler, topics } = consume;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { log = silentLog, retry = RETRY, lot } = options;
  const reached = createReached(group);
  const run: Run = { options, consume, topics: new Set(topics), reached, retry, log, signal, lag: 0 };
  const done = keepFollowing(run).finally(() => reached.end());
  return {
    done,
    stop: () => {
      stopping.abort();
      return done;
    },
    release: (key) => releaseKey(key, { group, handler, lot, retry, signal }),
    lag: () => run.lag,
    reached: () => reached.position(),
    waitFor: (position) => reached.waitFor(position),
  };
}

/** Whatever ends the following, other than `stop`, it begins again where the cursor is. */
async function keepFollowing(run: Run): Promise<void> {
  const { signal, retry, log, consume } = run;
  for (let failures = 0; !signal.aborted;) {
    const before = run.reached.position();
    try {
      const lease = await run.options.lease.hold(consume.group, signal);
      if (lease) await followWhileHeld(run, lease).finally(() => lease.giveUp());
    } catch (error) {
      failures = run.reached.position() > before ? 1 : failures + 1;
      const wait_ms = waitAfter(retry.outage, failures);
      log.warn({ group: consume.group, wait_ms, failure: describeFailure(error) }, 'consumer interrupted');
      await pause(wait_ms, signal);
    }
  }
}

async function followWhileHeld(run: Run, lease: HeldLease): Promise<void> {
  const { options, consume, log } = run;
  const cursor = await begin(run);
  const writer = createCursorWriter(options.cursors, consume.group, log);
  run.reached.advance(cursor);
  const ending = new AbortController();
  const signal = AbortSignal.any([run.signal, ending.signal]);
  const subscription = options.store.subscribe({
    after: cursor,
    batchMax: BATCH_MAX,
    handler: (events, reached) => handleBatch(run, writer, signal, events, reached),
  });
  const ended = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  void lease.over.then(() => ending.abort());
  try {
    if (!signal.aborted) await Promise.race([subscription.done, ended]);
    await subscription.stop();
    await subscription.done;
  } finally {
    ending.abort();
    await writer.flush();
  }
}

async function begin({ options, consume, log, reached }: Run): Promise<number> {
  const { position, anew } = await resume(options.store, options.cursors, consume.group, log);
  if (!anew) return position;
  await consume.onAnew?.(await options.store.head());
  await options.cursors.save(consume.group, 0);
  reached.restart();
  return 0;
}

async function handleBatch(
  run: Run,
  writer: CursorWriter,
  signal: AbortSignal,
  events: readonly StoredEvent[],
  reached: number,
): Promise<void> {
  const { options, consume, topics, retry, log } = run;
  if (signal.aborted) return;
  const messages = events.flatMap((event) =>
    options.toMessages(event).filter(({ topic }) => topics.has(topic)),
  );
  run.lag = messages.length;
  const { group, handler, concurrencyMax = CONCURRENCY_DEFAULT } = consume;
  const done = new Set<number>();
  const onDone = (index: number) => {
    done.add(index);
    run.lag -= 1;
  };
  if (messages.length > 0) {
    await deliver(messages, { group, handler, lot: options.lot, concurrencyMax, retry, log, signal, onDone });
  }
  const undone = messages.find((_, index) => !done.has(index));
  // A position reckoned from another need not be one: the last event before it is.
  const last = undone ? events.findLast(({ position }) => position < undone.position) : events.at(-1);
  const safe = undone ? last?.position : reached;
  if (safe === undefined || safe <= run.reached.position()) return;
  writer.note(safe, last && { position: last.position, id: last.id });
  run.reached.advance(safe);
}
