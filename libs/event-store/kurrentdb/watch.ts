import { pause, type Log } from '@huiyin/kernel';
import { backoff_ms } from '../follow';
import type { KnownHead } from '../head';
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
}

/**
 * Keeps the known head fresh: one catch-up subscription of the process to what is ours in the log, made anew, with
 * growing waits, whenever it ends. It only wakes: followers read for themselves, each behind its own cursor.
 */
export async function watch(
  { reader, head, poll_ms, log }: WatchOptions,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
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
      if (event) head.raise(positionOf(event));
    });
    try {
      await confirmed(subscription, until);
      while (!until.aborted) {
        head.raise(await readHead(reader));
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
