import { connectionConfig, createPool, isConnectionLoss, type ConnectionOptions } from '@huiyin/database';
import { Batcher, silentLog, type Log } from '@huiyin/kernel';
import type { Pool } from 'pg';
import { follow } from '../follow';
import { createKnownHead } from '../head';
import {
  endOnCut,
  StoreUnavailable,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type LogCut,
} from '../port';
import { assertAppendable } from '../request';
import { shareTail, type Run } from '../tail';
import { appendTogether } from './append';
import { listen } from './listener';
import { readHead, readRange, readStream } from './queries';
import { persistently } from './persistently';
import { EVENT_STORE_ROLE } from './schema';

/** Most requests in one group commit. */
const BATCH_MAX = 256;
/** Most requests waiting; the API answers 503 beyond it. */
const QUEUE_MAX = 2_000;
/** Notifications wake followers; this is the safety net for one that got lost. */
const POLL_ms = 2_000;
/** An append that waits this long for the lock or the disk gives up; the same command id can be tried again. */
const APPEND_TIMEOUT_ms = 10_000;

export interface PostgresEventStoreOptions {
  /** Any login that is a member of `huiyin_app`; the store takes on that role. */
  url: string;
  queueMax?: number;
  batchMax?: number;
  pollMs?: number;
  /** Called when the log is shorter than what was seen of it; by default the process ends. */
  onCut?: (error: LogCut) => void;
  log?: Log;
}

/** The port on PostgreSQL. The schema is made by `migrateEventStore`. Connects when first used. */
export function createPostgresEventStore(options: PostgresEventStoreOptions): EventStore {
  const { log = silentLog, batchMax = BATCH_MAX, queueMax = QUEUE_MAX, pollMs: poll_ms = POLL_ms } = options;
  const { onCut = endOnCut } = options;
  const access: ConnectionOptions = {
    url: options.url,
    role: EVENT_STORE_ROLE,
    applicationName: 'huiyin event store',
  };
  const readers = createPool(access);
  // Its own connection, so that appends never queue behind reads.
  const writer = createPool({ ...access, max: 1, statementTimeout_ms: APPEND_TIMEOUT_ms });
  const head = createKnownHead();
  const read = (range: Parameters<typeof readRange>[1]) => reaching(readRange(readers, range));
  const tail = shareTail(read, head);
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  let listening = false;

  const until = (ended: Promise<unknown>): void => {
    const tracked: Promise<void> = ended
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => running.delete(tracked));
    running.add(tracked);
  };
  const open = (): void => {
    if (closing.signal.aborted) throw new StoreUnavailable('it is closed');
  };
  const batcher = new Batcher<AppendRequest, AppendResult | Refusal>({
    name: 'event store',
    batchMax,
    queueMax,
    keysOf: ({ commandId, streams }) => [commandId, ...streams.map(({ stream }) => stream)],
    // Where nobody follows nothing is kept for followers.
    flush: (requests) => flush(writer, requests, (run) => listening && tail.wrote(run)),
  });

  return {
    async append(request) {
      open();
      assertAppendable(request);
      const result = await batcher.add(request);
      if ('cause' in result) throw result.cause;
      if (result.status === 'appended') head.raise(result.last);
      return result;
    },
    async readStream(stream, readOptions) {
      open();
      return reaching(readStream(readers, stream, readOptions));
    },
    async readAll({ inclusive = false, ...range }) {
      open();
      return read(inclusive ? { ...range, after: range.after - 1 } : range);
    },
    subscribe(subscribeOptions) {
      open();
      if (!listening)
        until(
          listen(
            { connection: connectionConfig(access), head, lost: tail.forget, onCut, poll_ms, log },
            closing.signal,
          ),
        );
      listening = true;
      const subscription = follow({ head, read: tail.read }, subscribeOptions, closing.signal);
      until(subscription.done);
      return subscription;
    },
    async head() {
      open();
      return reaching(readHead(readers));
    },
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await Promise.all([batcher.drain(), ...running]);
      await Promise.all([writer.end(), readers.end()]);
    },
  };
}

/** A request that the server would not take for what is in it; the others of its flush are not concerned. */
interface Refusal {
  cause: unknown;
}

async function flush(
  writer: Pool,
  requests: AppendRequest[],
  wrote: (run: Run) => unknown,
): Promise<(AppendResult | Refusal)[]> {
  try {
    const { results, written } = await reaching(persistently(() => appendTogether(writer, requests)));
    wrote(written);
    return results;
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw cause;
    if (requests.length === 1) return [{ cause }];
  }
  const results: (AppendResult | Refusal)[] = [];
  for (const request of requests) results.push(...(await flush(writer, [request], wrote)));
  return results;
}

async function reaching<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    throw isConnectionLoss(error) ? new StoreUnavailable(error) : error;
  }
}
