import { passes } from '../filter';
import { follow } from '../follow';
import { createKnownHead } from '../head';
import { StoreUnavailable, type EventStore } from '../port';
import { createMemoryLog } from './log';

/** The port in memory, for specs: the same promises as PostgreSQL, except that it forgets. */
export function createMemoryEventStore(): EventStore {
  const log = createMemoryLog();
  const head = createKnownHead();
  const closing = new AbortController();
  const following = new Set<Promise<void>>();

  const open = (): void => {
    if (closing.signal.aborted) throw new StoreUnavailable('it is closed');
  };

  return {
    async append(request) {
      open();
      const result = log.append(request);
      if (result.status === 'appended') head.raise(result.last);
      return result;
    },
    async readStream(stream, options) {
      open();
      return log.readStream(stream, options);
    },
    async readAll({ after, inclusive = false, limit, filter }) {
      open();
      return log.read(inclusive ? after - 1 : after, Infinity, limit, (event) => passes(filter, event));
    },
    subscribe(options) {
      open();
      const read = async ({
        after,
        upTo,
        limit,
        filter,
      }: {
        after: number;
        upTo: number;
        limit: number;
        filter?: typeof options.filter;
      }) => log.read(after, upTo, limit, (event) => passes(filter, event));
      const subscription = follow({ head, read }, options, closing.signal);
      const ended = subscription.done.catch(() => undefined).finally(() => following.delete(ended));
      following.add(ended);
      return subscription;
    },
    async head() {
      open();
      return head.position;
    },
    async close() {
      closing.abort();
      await Promise.all(following);
    },
  };
}
