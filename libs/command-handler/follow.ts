import type { EventFilter, EventStore, StoredEvent } from '@huiyin/event-store';

const PAGE_MAX = 1_000;

/** Nothing is followed any more: what is waited for will not come. */
class StoppedBefore extends Error {
  constructor(position: number) {
    super(`stopped before position ${position}`);
  }
}

export interface Following {
  /** Resolves when everything up to this position has been taken; rejects when it is stopped before. */
  reached(position: number): Promise<void>;
  stop(): Promise<void>;
}

interface Waiting {
  position: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Gives `take` everything that the filter lets through, first what is there, then as it comes. */
export async function followFromStart(
  store: EventStore,
  filter: EventFilter,
  take: (events: readonly StoredEvent[]) => void,
): Promise<Following> {
  let reached = 0;
  let stopped = false;
  let waiting: Waiting[] = [];
  const advance = (events: readonly StoredEvent[], upTo: number): void => {
    if (events.length > 0) take(events);
    reached = Math.max(reached, upTo);
    for (const { resolve } of waiting.filter(({ position }) => position <= reached)) resolve();
    waiting = waiting.filter(({ position }) => position > reached);
  };
  for (;;) {
    const page = await store.readAll({ after: reached, limit: PAGE_MAX, filter });
    advance(page, page.at(-1)?.position ?? reached);
    if (page.length < PAGE_MAX) break;
  }
  const subscription = store.subscribe({
    after: reached,
    filter,
    handler: (batch, position) => Promise.resolve(advance(batch, position)),
  });
  return {
    reached: (position) =>
      position <= reached
        ? Promise.resolve()
        : new Promise((resolve, reject) =>
            stopped ? reject(new StoppedBefore(position)) : waiting.push({ position, resolve, reject }),
          ),
    async stop() {
      stopped = true;
      await subscription.stop();
      for (const { position, reject } of waiting.splice(0)) reject(new StoppedBefore(position));
    },
  };
}
