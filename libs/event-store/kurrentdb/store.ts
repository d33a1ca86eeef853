import { QueueFull, silentLog, type Log } from '@huiyin/kernel';
import { follow } from '../follow';
import { createKnownHead } from '../head';
import { endOnCut, StoreUnavailable, type EventStore, type LogCut } from '../port';
import { assertAppendable } from '../request';
import { append } from './append';
import { connect } from './connect';
import { createNames, NAMESPACE_DEFAULT } from './names';
import { readHead, readRange, readStream, type Reader } from './read';
import { watch } from './watch';

/** Most requests under way; the API answers 503 beyond it. */
const QUEUE_MAX = 2_000;
const POLL_ms = 10_000;

export interface KurrentDbOptions {
  /** `kurrentdb://…` */
  url: string;
  /** Of this installation's streams, where the server holds others too. */
  namespace?: string | undefined;
  queueMax?: number;
  pollMs?: number;
  log?: Log;
  /** By default the process ends. */
  onCut?: (error: LogCut) => void;
}

/** The port on KurrentDB. Rejects with BadConnectionString, StoreUnavailable or UnsupportedServer. */
export async function openKurrentDbEventStore(options: KurrentDbOptions): Promise<EventStore> {
  const { namespace = NAMESPACE_DEFAULT, queueMax = QUEUE_MAX, pollMs: poll_ms = POLL_ms } = options;
  const { log = silentLog, onCut = endOnCut } = options;
  const names = createNames(namespace);
  const connection = await connect(options.url);
  const reader: Reader = { client: connection.client, names };
  const head = createKnownHead();
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  let appending = 0;
  let watching = false;

  const open = (): void => {
    if (closing.signal.aborted) throw new StoreUnavailable('it is closed');
  };
  const until = <Result>(work: Promise<Result>): Promise<Result> => {
    const ended = work.catch(() => undefined).finally(() => running.delete(ended));
    running.add(ended);
    return work;
  };

  return {
    async append(request) {
      open();
      assertAppendable(request);
      if (appending >= queueMax) throw new QueueFull('event store', 1);
      appending += 1;
      try {
        // Followers hear of it by the push: what the writer answers is never anybody's cursor.
        return await until(append(reader, connection, request));
      } finally {
        appending -= 1;
      }
    },
    async readStream(stream, readOptions) {
      open();
      return readStream(reader, stream, readOptions);
    },
    async readAll(range) {
      open();
      return readRange(reader, range);
    },
    subscribe(subscribeOptions) {
      open();
      if (!watching) void until(watch({ reader, head, poll_ms, log, onCut }, closing.signal));
      watching = true;
      // A position is a byte of the log: a window of so many positions would hold a handful of events.
      const source = {
        head,
        windowMax: Infinity,
        read: (range: Parameters<typeof readRange>[1]) => readRange(reader, range),
      };
      const subscription = follow(source, subscribeOptions, closing.signal);
      void until(subscription.done).catch(() => undefined);
      return subscription;
    },
    async head() {
      open();
      const position = await readHead(reader);
      // Whoever asked waits for a follower to get there: no need to let it wait for the push.
      head.raise(position);
      return position;
    },
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await Promise.all(running);
      await connection.client.dispose();
    },
  };
}
