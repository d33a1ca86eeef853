import type { EventStore, StoredEvent } from '@huiyin/event-store';
import { createRandom } from '@huiyin/kernel';
import type { Workload } from './compare-sizes';
import { runFor } from './run-for';

export const READERS = 16;
const ROUND_ms = 2_000;
/** Long enough for each connection to have met each page that it will read. */
const WARM_UP_ms = 10_000;
const STREAMS = 2_000;
/** In a short log many cases are still at their beginning: only those are read that cost the same in both. */
const HISTORY_events = 8;
const SEED = 11;

/** Reads whole histories of cases from all over the log, and does something with each. */
export const readHistories =
  (use: (history: readonly StoredEvent[]) => unknown = () => undefined): Workload =>
  async (store) => {
    const { next } = createRandom(SEED);
    const streams = await streamsOf(store, next);
    const step = () => async () => {
      const history = await store.readStream(streams[Math.floor(next() * STREAMS)]!);
      if (history.length === 0) throw new Error('a stream is gone');
      use(history);
    };
    await runFor(WARM_UP_ms, READERS, step);
    return () => runFor(ROUND_ms, READERS, step);
  };

async function streamsOf(store: EventStore, next: () => number): Promise<string[]> {
  const head = await store.head();
  const streams: string[] = [];
  while (streams.length < STREAMS) {
    const [event] = await store.readAll({ after: Math.floor(next() * head), limit: 1 });
    const history = await store.readStream(event!.stream);
    if (history.length === HISTORY_events) streams.push(event!.stream);
  }
  return streams;
}
