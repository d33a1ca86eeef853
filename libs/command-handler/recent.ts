import { asStored, textOf, type NewEvent, type StoredEvent } from '@huiyin/event-store';
import { RecentMap } from '@huiyin/kernel';

/** About 10 MB of what was written last. */
const STREAMS_REMEMBERED_MAX = 1_000;
const EVENTS_REMEMBERED_MAX = 100;

/**
 * The histories of the streams written last. What is remembered may be behind what others have written since: only an
 * append at its revision proves it, so nothing but an accepted command may be answered from it.
 */
export interface RecentHistories {
  get(stream: string): readonly StoredEvent[] | undefined;
  /** `first`: position of the first of the events written behind `history`. */
  remember(
    stream: string,
    history: readonly StoredEvent[],
    written: readonly NewEvent[],
    first: number,
  ): void;
  forget(stream: string): void;
}

export function recentHistories(): RecentHistories {
  const histories = new RecentMap<() => readonly StoredEvent[]>(STREAMS_REMEMBERED_MAX);
  return {
    get: (stream) => histories.get(stream)?.(),
    forget: (stream) => void histories.delete(stream),
    remember(stream, history, written, first) {
      histories.delete(stream);
      if (history.length + written.length > EVENTS_REMEMBERED_MAX) return;
      histories.set(
        stream,
        whenAsked(() => [
          ...history,
          ...written.map((event, index) =>
            asStored(event, textOf(event), {
              stream,
              revision: history.length + index,
              position: first + index,
            }),
          ),
        ]),
      );
    },
  };
}

/** Made once, and only if anybody asks: most cases are not written again while they are remembered. */
function whenAsked<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
