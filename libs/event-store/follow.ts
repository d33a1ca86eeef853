import { pause } from '@huiyin/kernel';
import type { KnownHead } from './head';
import {
  type EventFilter,
  type StoredEvent,
  type SubscribeOptions,
  type Subscription,
  StoreUnavailable,
} from './port';

export const FOLLOW_BATCH_MAX = 500;
/** Positions looked through by one read, so that a filter that lets little through stays cheap per step. */
export const FOLLOW_WINDOW_MAX = 5_000;
/**
 * A follower that has caught up leaves this long between two batches: under load they are then worth a transaction
 * each, and the first event after a quiet moment still arrives at once.
 */
const LINGER_ms = 5;
/** Where a batch was this large, appends are hot: rarer batches leave them more of the machine. */
const HOT_EVENTS = 32;
const LINGER_HOT_ms = 10;
const BACKOFF_MIN_ms = 50;
const BACKOFF_MAX_ms = 5_000;

export interface FollowSource {
  head: KnownHead;
  /** Where positions are not numbered one by one: FOLLOW_WINDOW_MAX is of those that are. */
  windowMax?: number;
  /** The events in (after, upTo] that pass, in order, at most `limit` of them. */
  read(range: { after: number; upTo: number; limit: number; filter?: EventFilter }): Promise<StoredEvent[]>;
}

/** Catches up in bounded steps, then follows. A store that is away is waited for; nothing is skipped or repeated. */
export function follow(source: FollowSource, options: SubscribeOptions, closing: AbortSignal): Subscription {
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, closing]);
  const done = pump(source, options, signal);
  // Who never looks at `done` has still been told through the log of its own handler.
  done.catch(() => undefined);
  return {
    done,
    async stop() {
      stopping.abort();
      await done.catch(() => undefined);
    },
  };
}

async function pump(source: FollowSource, options: SubscribeOptions, signal: AbortSignal): Promise<void> {
  const limit = Math.max(1, options.batchMax ?? FOLLOW_BATCH_MAX);
  let cursor = options.after;
  let failures = 0;
  while (!signal.aborted) {
    await source.head.beyond(cursor, signal);
    if (signal.aborted) return;
    const upTo = Math.min(source.head.position, cursor + (source.windowMax ?? FOLLOW_WINDOW_MAX));
    const events = await readOrWait(
      source,
      { after: cursor, upTo, limit, ...filterOf(options) },
      signal,
      failures,
    );
    failures = events ? 0 : failures + 1;
    if (!events || signal.aborted) continue;
    const reached = events.length === limit ? events.at(-1)!.position : upTo;
    await options.handler(events, reached);
    cursor = reached;
    if (cursor === upTo && events.length < limit) {
      await pause(events.length < HOT_EVENTS ? LINGER_ms : LINGER_HOT_ms, signal);
    }
  }
}

const filterOf = ({ filter }: SubscribeOptions): { filter?: EventFilter } => (filter ? { filter } : {});

async function readOrWait(
  source: FollowSource,
  range: Parameters<FollowSource['read']>[0],
  signal: AbortSignal,
  failures: number,
): Promise<StoredEvent[] | undefined> {
  try {
    return await source.read(range);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    await pause(backoff_ms(failures), signal);
    return undefined;
  }
}

/** 50 ms, doubled each time, at most 5 s. */
export const backoff_ms = (failures: number): number =>
  Math.min(BACKOFF_MAX_ms, BACKOFF_MIN_ms * 2 ** Math.min(failures, 20));
