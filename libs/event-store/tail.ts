import { passes, type Filterable } from './filter';
import type { FollowSource } from './follow';
import type { KnownHead } from './head';
import type { StoredEvent } from './port';

/** Most events that one reading of the tail brings. */
const TAIL_READ_MAX = 500;
/** Most events kept for the followers that come a little later: what is kept long makes the collector's pauses longer. */
const TAIL_EVENTS_MAX = 500;

/** An event that is made when somebody asks for it; until then a filter has what it needs. */
export interface Unmade extends Filterable {
  event: () => StoredEvent;
}

/** The events at the positions (after, upTo]. */
export interface Run {
  after: number;
  upTo: number;
  events: () => readonly Unmade[];
}

export interface SharedTail {
  read: FollowSource['read'];
  /** What this process has written itself need not be read again. */
  wrote(run: Run): void;
  /** What was read may no longer be what is stored: the connection was lost. */
  forget(): void;
}

/**
 * One reading for all followers of a process that have caught up: each event is fetched and decoded once, and those that
 * the process wrote are not fetched at all. Who is further behind reads for himself, and so does a filter where nobody
 * else has read. Only for a log without gaps.
 */
export function shareTail(read: FollowSource['read'], head: KnownHead): SharedTail {
  let tail = emptyTail(0);
  let reading: Promise<void> | undefined;
  const forget = (): void => void (tail = emptyTail(0));

  async function extend(): Promise<void> {
    const [kept, after] = [tail, tail.end()];
    const upTo = Math.min(head.position, after + TAIL_READ_MAX);
    const news = await read({ after, upTo, limit: TAIL_READ_MAX });
    // Forgotten meanwhile, or a log that is not the one whose head was heard of: whoever waits reads for himself.
    if (tail !== kept || news.length !== upTo - after || !numbered(news, after)) return forget();
    const known = Math.min(tail.end(), upTo);
    tail.add({ after: known, upTo, events: () => news.slice(known - after).map(made) });
  }

  return {
    forget,
    wrote: (run) => tail.add(run),
    async read(range) {
      const { after, upTo, limit, filter } = range;
      const wanted = Math.min(upTo, after + limit);
      if (filter) {
        if (after < tail.start() || upTo > tail.end()) return read(range);
        const passing = tail.between(after, upTo).filter((event) => passes(filter, event));
        return passing.slice(0, limit).map(({ event }) => event());
      }
      if (!reading && after > tail.end() && wanted === upTo) tail = emptyTail(after);
      const inside = (): boolean => after >= tail.start() && after <= tail.end();
      for (let before = -1; inside() && tail.end() < wanted && tail.end() > before;) {
        before = tail.end();
        await (reading ??= extend().finally(() => (reading = undefined)));
      }
      if (!inside() || wanted > tail.end()) return read(range);
      return tail.between(after, wanted).map(({ event }) => event());
    },
  };
}

const made = (event: StoredEvent): Unmade => ({
  stream: event.stream,
  type: event.type,
  event: () => event,
});

/** Runs of events without a gap between them: the last TAIL_EVENTS_MAX up to `end`. */
function emptyTail(at: number) {
  let asked: readonly Unmade[] = [];
  let runs: Run[] = [];
  let [from, end] = [at, at];
  const trim = (): void => {
    while (runs.length > 0 && end - from > TAIL_EVENTS_MAX) {
      if (asked.length > 0) asked = [];
      else runs.shift();
      from = runs[0]?.after ?? end;
    }
  };
  return {
    start: () => from,
    end: () => end,
    /** Nothing happens unless the run begins where the tail ends. */
    add(run: Run): void {
      if (run.after !== end || run.upTo <= end) return;
      runs.push(run);
      end = run.upTo;
      trim();
    },
    between(after: number, upTo: number): Unmade[] {
      if (runs.length > 0) asked = [...asked, ...runs.flatMap(({ events }) => events())];
      runs = [];
      asked = asked.slice(-TAIL_EVENTS_MAX);
      from = end - asked.length;
      return asked.slice(after - from, upTo - from);
    },
  };
}

/** One by one from after this position: in a damaged log an event could otherwise be found at the place of another. */
const numbered = (events: readonly StoredEvent[], after: number): boolean =>
  events.every(({ position }, index) => position === after + 1 + index);
