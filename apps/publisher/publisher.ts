import type { EventStore, StoredEvent } from '@huiyin/event-store/port';
import { pause, silentLog, type Log } from '@huiyin/kernel';
import {
  createMemoryLease,
  describeFailure,
  RETRY,
  waitAfter,
  type CursorStore,
  type HeldLease,
  type Lease,
  type Message,
  type Publisher as Broker,
  type RetryPolicy,
} from '@huiyin/messaging';
import { createReached, type Reached } from '@huiyin/messaging/log/reached';
import { resume } from '@huiyin/messaging/log/resume';
import { toMessages as contractMessages } from './to-messages';

export interface PublisherDeps {
  store: Pick<EventStore, 'subscribe' | 'head' | 'readAll'>;
  publisher: Broker;
  /** Where it resumes. */
  cursors: CursorStore;
  log?: Log;
  /** One publisher per log at a time; the others stand by. Without it, only one process may run. */
  lease?: Lease;
  toMessages?: (event: StoredEvent) => readonly Message[];
  /** How long it waits while the broker or the database is away. */
  retry?: RetryPolicy;
}

export interface RunningPublisher {
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  /** Everything up to this position of the log is with the broker. */
  reached(): number;
  /** Resolves when `reached() >= position`; rejects when stopped before. */
  waitFor(position: number): Promise<void>;
  /** Events not yet published. Rejects with `StoreUnavailable`. */
  lag(): Promise<number>;
}

/** Its name in the cursor store. */
export const PUBLISHER = 'publisher';
/** Events in one batch: what a crash between publishing and saving the position publishes again, at most. */
const BATCH_MAX = 500;

interface Run extends Required<PublisherDeps> {
  progress: Reached;
  signal: AbortSignal;
}

/** Brings the log to the broker: in order, every event at least once, as the contract map says. */
export function startPublisher(deps: PublisherDeps): RunningPublisher {
  const stopping = new AbortController();
  const progress = createReached(PUBLISHER);
  const defaults = { log: silentLog, lease: createMemoryLease(), toMessages: contractMessages, retry: RETRY };
  const run: Run = { ...defaults, ...deps, progress, signal: stopping.signal };
  const done = keepPublishing(run).finally(() => progress.end());
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
    reached: () => progress.position(),
    waitFor: (position) => progress.waitFor(position),
    lag: async () => Math.max(0, (await deps.store.head()) - progress.position()),
  };
}

/** Whatever fails, it begins again at the stored position: an event is published or waited for, never skipped. */
async function keepPublishing(run: Run): Promise<void> {
  const { signal, retry, log, progress } = run;
  for (let failures = 0; !signal.aborted;) {
    const before = progress.position();
    try {
      const lease = await run.lease.hold(PUBLISHER, signal);
      if (lease) await publishWhileHeld(run, lease).finally(() => lease.giveUp());
    } catch (error) {
      failures = progress.position() > before ? 1 : failures + 1;
      const wait_ms = waitAfter(retry.outage, failures);
      const reached = progress.position();
      log.warn({ reached, wait_ms, failure: describeFailure(error) }, 'publishing interrupted');
      await pause(wait_ms, signal);
    }
  }
}

async function publishWhileHeld(run: Run, lease: HeldLease): Promise<void> {
  const { position: after, anew } = await resume(run.store, run.cursors, PUBLISHER, run.log);
  // Published again: what consumers know by its id changes nothing, what the log lost and lived through anew is news.
  if (anew) {
    await run.cursors.save(PUBLISHER, 0);
    run.progress.restart();
  }
  run.progress.advance(after);
  const lost = new AbortController();
  const signal = AbortSignal.any([run.signal, lost.signal]);
  const subscription = run.store.subscribe({
    after,
    batchMax: BATCH_MAX,
    handler: (events, reached) => publishBatch(run, signal, events, reached),
  });
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  void lease.over.then(() => lost.abort());
  await Promise.race([subscription.done, ended]);
  if (!signal.aborted) throw new Error('the subscription ended by itself');
  await subscription.stop();
  await subscription.done;
}

async function publishBatch(
  run: Run,
  signal: AbortSignal,
  events: readonly StoredEvent[],
  reached: number,
): Promise<void> {
  if (signal.aborted) return;
  const messages = events.flatMap((event) => run.toMessages(event));
  if (messages.length > 0) await run.publisher.publish(messages);
  const last = events.at(-1);
  await run.cursors.save(PUBLISHER, reached, last && { position: last.position, id: last.id });
  run.progress.advance(reached);
}
