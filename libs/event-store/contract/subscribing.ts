import type { EventStore, StoredEvent } from '../port';
import { sampleEvent, sampleRequest } from '../samples';
import { appended, type Running } from './running';

export function describeSubscribing(store: Running): void {
  describe('subscription', () => {
    it('catches up in bounded batches, then follows, in order and once', async () => {
      for (let n = 0; n < 5; n++) await store().append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
      const seen: StoredEvent[] = [];
      const sizes: number[] = [];
      const caughtUp = gate();
      const all = gate();
      const subscription = store().subscribe({
        after: 0,
        batchMax: 2,
        handler: async (batch, reached) => {
          seen.push(...batch);
          sizes.push(batch.length);
          expect(reached).toBeGreaterThanOrEqual(batch.at(-1)!.position);
          if (seen.length === 5) caughtUp.open();
          if (seen.length === 8) all.open();
        },
      });
      await caughtUp.opened;
      for (let n = 5; n < 8; n++) await store().append(sampleRequest('case-2', 'any', [sampleEvent({ n })]));
      await all.opened;
      await subscription.stop();
      expect(seen.map(({ data }) => (data as { n: number }).n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
    });

    it('starts after the position it is told', async () => {
      const first = appended(await store().append(sampleRequest('case-1')));
      const second = appended(await store().append(sampleRequest('case-1')));
      const [batch] = await firstBatch(store(), { after: first.last });
      expect(batch.map(({ position }) => position)).toEqual([second.first]);
    });

    it('lets through what the filter says, and says how far it has looked', async () => {
      await store().append(sampleRequest('case-1'));
      const office = appended(await store().append(sampleRequest('office-1')));
      const last = appended(await store().append(sampleRequest('case-1')));
      const seen: StoredEvent[] = [];
      await untilReached(store(), { after: 0, filter: { streamPrefixes: ['office-'] } }, last.last, seen);
      expect(seen.map(({ position }) => position)).toEqual([office.first]);
    });

    it('ends with the error of its handler, and delivers nothing more', async () => {
      await store().append(sampleRequest('case-1'));
      let calls = 0;
      const subscription = store().subscribe({
        after: 0,
        handler: async () => {
          calls++;
          throw new Error('no such row');
        },
      });
      await expect(subscription.done).rejects.toThrow('no such row');
      await store().append(sampleRequest('case-1'));
      expect(calls).toBe(1);
    });

    it('stop waits for the batch in hand', async () => {
      await store().append(sampleRequest('case-1'));
      const entered = gate();
      const leave = gate();
      let finished = false;
      const subscription = store().subscribe({
        after: 0,
        handler: async () => {
          entered.open();
          await leave.opened;
          finished = true;
        },
      });
      await entered.opened;
      const stopped = subscription.stop();
      leave.open();
      await stopped;
      expect(finished).toBe(true);
      await subscription.done;
    });
  });
}

interface Gate {
  opened: Promise<void>;
  open(): void;
}

function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

async function firstBatch(
  store: EventStore,
  options: { after: number },
): Promise<[readonly StoredEvent[], number]> {
  const { promise, resolve } = Promise.withResolvers<[readonly StoredEvent[], number]>();
  const subscription = store.subscribe({
    ...options,
    handler: async (batch, reached) => resolve([batch, reached]),
  });
  const found = await promise;
  await subscription.stop();
  return found;
}

async function untilReached(
  store: EventStore,
  options: { after: number; filter: { streamPrefixes: string[] } },
  position: number,
  seen: StoredEvent[],
): Promise<void> {
  const reachedIt = gate();
  const subscription = store.subscribe({
    ...options,
    handler: async (batch, reached) => {
      seen.push(...batch);
      if (reached >= position) reachedIt.open();
    },
  });
  await reachedIt.opened;
  await subscription.stop();
}
