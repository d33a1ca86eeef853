import { placeOf, type Place } from './history';
import type { ProofStore } from './worker';

/** Follows from the start, beginning anew where it was after every so many events, until it has reached the head it is told. */
export async function followUntil(
  store: ProofStore,
  told: Promise<number>,
  resumeEvery: number,
): Promise<Place[]> {
  const seen: Place[] = [];
  let reached = 0;
  let end = Infinity;
  let wake = (): void => undefined;
  void told.then((head) => {
    end = head;
    wake();
  });
  while (reached < end) {
    const from = seen.length;
    const enough = new Promise<void>((resolve) => (wake = resolve));
    const subscription = store.subscribe({
      after: reached,
      batchMax: 7,
      handler: async (batch, position) => {
        seen.push(...batch.map(placeOf));
        reached = position;
        if (reached >= end || seen.length - from >= resumeEvery) wake();
      },
    });
    await Promise.race([enough, subscription.done]);
    await subscription.stop();
  }
  return seen;
}
