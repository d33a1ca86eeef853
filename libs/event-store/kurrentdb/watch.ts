import { pause, type Log } from '@huiyin/kernel';
import { backoff_ms } from '../follow';
import type { KnownHead } from '../head';
import { LogCut } from '../port';
import { positionOf } from './decode';
import { translated } from './errors';
import { serverFilter } from './names';
import { readHead, type Reader } from './read';

export interface WatchOptions {
  reader: Reader;
  head: KnownHead;
  /** The safety net for a push that got lost. */
  poll_ms: number;
  log: Log;
  /** The log ends before an event that was seen in it. */
  onCut: (error: LogCut) => void;
}

/** A reader may be behind for a moment: so many looks in a row must find the log shorter than it was. */
const CUT_LOOKS = 2;

/**
 * Keeps the known head fresh: one catch-up subscription of the process to what is ours in the log, made anew, with
 * growing waits, whenever it ends. It only wakes: followers read for themselves, each behind its own cursor.
 */
export async function watch(
  { reader, head, poll_ms, log, onCut }: WatchOptions,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  let [seen, shorter] = [0, 0];
  const see = (position: number): void => {
    seen = Math.max(seen, position);
    head.raise(position);
  };
  while (!signal.aborted) {
    const lost = new AbortController();
    const until = AbortSignal.any([signal, lost.signal]);
    const subscription = reader.client.subscribeToAll({
      fromPosition: 'end',
      filter: { ...serverFilter(reader.names), checkpointInterval: 1_000 } as never,
      requiresLeader: true,
    });
    const end = (error?: unknown): void => {
      if (lost.signal.aborted || signal.aborted) return;
      const reason = error === undefined ? 'it ended' : (translated(error) as Error).message;
      log.warn(
        { code: 'kurrentdb-subscription', failures, reason },
        'event store: cannot listen, trying again',
      );
      lost.abort();
    };
    subscription.on('error', end);
    subscription.on('end', () => end());
    subscription.on('close', () => end());
    subscription.on('data', ({ event }) => {
      if (event) see(positionOf(event));
    });
    try {
      await confirmed(subscription, until);
      while (!until.aborted) {
        const found = await readHead(reader);
        shorter = found < seen ? shorter + 1 : 0;
        if (shorter === CUT_LOOKS) onCut(new LogCut(seen, found));
        see(found);
        failures = 0;
        await pause(poll_ms, until);
      }
    } catch (error) {
      end(error);
    }
    // Of a connection that is gone there is nothing to unsubscribe from; that is no error.
    await subscription.unsubscribe().catch(() => undefined);
    if (!signal.aborted) await pause(backoff_ms(failures++), signal);
  }
}

/** From here on every append is pushed: what was there before is read as the head. */
const confirmed = (
  subscription: { once(event: 'confirmation', then: () => void): unknown },
  until: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    if (until.aborted) resolve();
    subscription.once('confirmation', resolve);
    until.addEventListener('abort', () => resolve(), { once: true });
  });
