import { passes } from './filter';
import type { FollowSource } from './follow';
import type { KnownHead } from './head';
import type { StoredEvent } from './port';

/** Most events that one reading of the tail brings. */
const TAIL_READ_MAX = 500;
/** Most events kept for the followers that come a little later. */
const TAIL_EVENTS_MAX = 2_000;

export interface SharedTail {
  read: FollowSource['read'];
  /** What was read may no longer be what is stored: the connection was lost. */
  forget(): void;
}

/**
 * One reading for all followers of a process that have caught up: each event is fetched and decoded once. Who is
 * further behind reads for himself, and so does a filter where nobody else has read. Only for a log without gaps.
 */
export function shareTail(read: FollowSource['read'], head: KnownHead): SharedTail {
  /** The events that end at position `end`. */
  let tail: readonly StoredEvent[] = [];
  let end = 0;
  let reading: Promise<void> | undefined;
  const start = (): number => end - tail.length;
  const forget = (): void => void ([tail, end] = [[], 0]);

  async function extend(): Promise<void> {
    const [kept, after] = [tail, end];
    const upTo = Math.min(head.position, after + TAIL_READ_MAX);
    const news = await read({ after, upTo, limit: TAIL_READ_MAX });
    // Forgotten meanwhile, or a log that is not the one whose head was heard of: whoever waits reads for himself.
    if (tail !== kept || news.length !== upTo - after || !numbered(news, after)) return forget();
    [tail, end] = [[...tail, ...news].slice(-TAIL_EVENTS_MAX), upTo];
  }

  return {
    forget,
    async read(range) {
      const { after, upTo, limit, filter } = range;
      const from = (): readonly StoredEvent[] => tail.slice(after - start());
      const wanted = Math.min(upTo, after + limit);
      if (filter) {
        if (after < start() || upTo > end) return read(range);
        const until = upTo - after;
        return from()
          .slice(0, until)
          .filter((event) => passes(filter, event))
          .slice(0, limit);
      }
      if (!reading && after > end && wanted === upTo) [tail, end] = [[], after];
      for (let before = -1; after >= start() && after <= end && end < wanted && end > before;) {
        before = end;
        await (reading ??= extend().finally(() => (reading = undefined)));
      }
      return after >= start() && wanted <= end ? from().slice(0, wanted - after) : read(range);
    },
  };
}

/** One by one from after this position: in a damaged log an event could otherwise be found at the place of another. */
const numbered = (events: readonly StoredEvent[], after: number): boolean =>
  events.every(({ position }, index) => position === after + 1 + index);
