import { QueueFull } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import {
  StoreUnavailable,
  type AppendResult,
  type EventStore,
  type StoredEvent,
  type Subscription,
} from './port';
import { REQUEST_EVENTS_MAX } from './request';
import { sampleEvent, sampleRequest } from './samples';

export interface EventStoreHarness {
  store: EventStore;
  /** Ends the store and drops what it kept. */
  dispose(): Promise<void>;
}

/** What every adapter promises. Positions may have gaps where `contiguous` is false. */
export function describeEventStoreContract(
  name: string,
  makeHarness: () => Promise<EventStoreHarness>,
  { contiguous = true }: { contiguous?: boolean } = {},
): void {
  describe(`event store contract: ${name}`, () => {
    let harness: EventStoreHarness;
    let store: EventStore;
    beforeEach(async () => {
      harness = await makeHarness();
      store = harness.store;
    });
    afterEach(() => harness.dispose());

    describe('append', () => {
      it('starts empty', async () => {
        expect(await store.head()).toBe(0);
        expect(await store.readAll({ after: 0, limit: 10 })).toEqual([]);
        expect(await store.readStream('case-1')).toEqual([]);
      });

      it('answers where the events stand, and reads them back as they were given', async () => {
        const events = [
          sampleEvent({ text: '噪音 "扰民"\n🙂', nested: { list: [1, 2.5, null] } }),
          sampleEvent({ b: 1 }),
        ];
        const result = appended(await store.append(sampleRequest('case-1', 'none', events)));
        expect(result.revisions).toEqual({ 'case-1': 1 });
        const stored = await store.readStream('case-1');
        expect(stored).toEqual(
          events.map((event, index) => ({
            ...event,
            stream: 'case-1',
            revision: index,
            position: stored[index]!.position,
          })),
        );
        expect([stored[0]!.position, stored[1]!.position]).toEqual([result.first, result.last]);
        expect(await store.head()).toBe(result.last);
      });

      it('keeps what JSON can hold: NUL, a lone surrogate, the order of keys', async () => {
        const data = { z: 'a\u0000b', a: '\ud800', m: 'é' };
        await store.append(sampleRequest('case-1', 'none', [sampleEvent(data)]));
        const [stored] = await store.readStream('case-1');
        expect(JSON.stringify(stored!.data)).toBe(JSON.stringify(data));
      });

      it('gives instants in UTC with milliseconds, whatever zone they came in', async () => {
        const event = sampleEvent(
          {},
          { occurredAt: '2026-02-03T08:00:00+08:00', recordedAt: '2026-02-03T00:00:00.120Z' },
        );
        await store.append(sampleRequest('case-1', 'none', [event]));
        const [stored] = await store.readStream('case-1');
        expect(stored).toMatchObject({
          occurredAt: '2026-02-03T00:00:00.000Z',
          recordedAt: '2026-02-03T00:00:00.120Z',
        });
      });

      if (contiguous) {
        it('numbers the log from 1 without gaps, refused and repeated requests included', async () => {
          const repeated = sampleRequest('case-1');
          await store.append(repeated);
          await store.append(repeated);
          await store.append(sampleRequest('case-1', 'none'));
          await store.append(sampleRequest('case-2'));
          const all = await store.readAll({ after: 0, limit: 10 });
          expect(all.map(({ position }) => position)).toEqual([1, 2]);
        });
      }
    });

    describe('expected revision', () => {
      it('none: only a stream that does not exist', async () => {
        appended(await store.append(sampleRequest('case-1', 'none')));
        expect(await store.append(sampleRequest('case-1', 'none'))).toEqual({
          status: 'conflict',
          stream: 'case-1',
          actualRevision: 0,
        });
      });

      it('a number: only that very revision', async () => {
        appended(await store.append(sampleRequest('case-1', 'none')));
        expect(await store.append(sampleRequest('case-1', 1))).toEqual({
          status: 'conflict',
          stream: 'case-1',
          actualRevision: 0,
        });
        expect(await store.append(sampleRequest('case-2', 0))).toEqual({
          status: 'conflict',
          stream: 'case-2',
          actualRevision: 'none',
        });
        expect(appended(await store.append(sampleRequest('case-1', 0))).revisions).toEqual({ 'case-1': 1 });
      });

      it('any: whatever is there', async () => {
        await store.append(sampleRequest('case-1', 'any'));
        expect(appended(await store.append(sampleRequest('case-1', 'any'))).revisions).toEqual({
          'case-1': 1,
        });
      });

      it('of many writers who saw the same revision, one wins', async () => {
        await store.append(sampleRequest('case-1', 'none'));
        const results = await Promise.all(
          Array.from({ length: 20 }, () => store.append(sampleRequest('case-1', 0))),
        );
        expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
        expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(19);
      });
    });

    describe('several streams', () => {
      const transfer = (expected: number) => ({
        commandId: randomUUID(),
        streams: [
          {
            stream: 'case-1',
            expectedRevision: expected,
            events: [sampleEvent({ n: 1 }), sampleEvent({ n: 2 })],
          },
          { stream: 'office-1', expectedRevision: 'none' as const, events: [sampleEvent({ n: 3 })] },
        ],
      });

      it('are written together, in the order given', async () => {
        const before = appended(await store.append(sampleRequest('case-1', 'none')));
        const result = appended(await store.append(transfer(0)));
        expect(result.revisions).toEqual({ 'case-1': 2, 'office-1': 0 });
        const all = await store.readAll({ after: before.last, limit: 10 });
        expect(all.map(({ stream, revision, data }) => [stream, revision, data])).toEqual([
          ['case-1', 1, { n: 1 }],
          ['case-1', 2, { n: 2 }],
          ['office-1', 0, { n: 3 }],
        ]);
      });

      it('or not at all', async () => {
        await store.append(sampleRequest('case-1', 'none'));
        expect(await store.append(transfer(7))).toEqual({
          status: 'conflict',
          stream: 'case-1',
          actualRevision: 0,
        });
        expect(await store.readStream('office-1')).toEqual([]);
      });

      it('a stream without events is only checked', async () => {
        const request = (expectedRevision: 'none' | 0) => ({
          commandId: randomUUID(),
          streams: [
            { stream: 'office-1', expectedRevision, events: [] },
            { stream: 'case-1', expectedRevision: 'any' as const, events: [sampleEvent()] },
          ],
        });
        expect(await store.append(request(0))).toEqual({
          status: 'conflict',
          stream: 'office-1',
          actualRevision: 'none',
        });
        expect(appended(await store.append(request('none'))).revisions).toEqual({ 'case-1': 0 });
      });
    });

    describe('command id', () => {
      it('a repeat writes nothing and answers what the first one wrote, even when the revision has moved on', async () => {
        const request = {
          commandId: randomUUID(),
          streams: [
            { stream: 'case-1', expectedRevision: 'none' as const, events: [sampleEvent(), sampleEvent()] },
            { stream: 'office-1', expectedRevision: 'none' as const, events: [sampleEvent()] },
          ],
        };
        const first = appended(await store.append(request));
        await store.append(sampleRequest('case-1', 1));
        expect(await store.append(request)).toEqual({ ...first, status: 'repeated' });
        expect(await store.readStream('case-1')).toHaveLength(3);
      });

      it('sent many times at once has one effect, and all hear of it', async () => {
        const request = sampleRequest('case-1', 'none');
        const results = await Promise.all(Array.from({ length: 10 }, () => store.append(request)));
        expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1);
        expect(results.filter(({ status }) => status === 'repeated')).toHaveLength(9);
        expect(new Set(results.map((result) => (result.status === 'conflict' ? 0 : result.first))).size).toBe(
          1,
        );
      });

      it('of a refused request stays free', async () => {
        const commandId = randomUUID();
        expect((await store.append(sampleRequest('case-1', 3, [sampleEvent()], commandId))).status).toBe(
          'conflict',
        );
        appended(await store.append(sampleRequest('case-1', 'none', [sampleEvent()], commandId)));
      });
    });

    it('judges each of many simultaneous requests on its own', async () => {
      const before = sampleRequest('case-before');
      await store.append(before);
      const results = await Promise.all([
        store.append(sampleRequest('case-1', 'none')),
        store.append(sampleRequest('case-before', 5)),
        store.append({ ...before, streams: [{ ...before.streams[0]!, stream: 'case-other' }] }),
        store.append(sampleRequest('case-2', 'none')),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['appended', 'conflict', 'repeated', 'appended']);
      expect(await store.readAll({ after: 0, limit: 10 })).toHaveLength(3);
    });

    it('a request that cannot be stored fails alone', async () => {
      const results = await Promise.allSettled([
        store.append(sampleRequest('case-1', 'none')),
        store.append(sampleRequest('case-2', 'none', [sampleEvent({}, { occurredAt: 'yesterday' })])),
        store.append(sampleRequest('case-3', 'none')),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.readAll({ after: 0, limit: 10 })).toHaveLength(2);
    });

    it.each([
      ['no event', sampleRequest('case-1', 'any', [])],
      [
        'too many events',
        sampleRequest('case-1', 'any', Array<never>(REQUEST_EVENTS_MAX + 1).fill(sampleEvent() as never)),
      ],
      ['a stream name with a blank', sampleRequest('case 1')],
      ['a stream name with a NUL', sampleRequest('case-\u0000')],
      ['no stream name', sampleRequest('')],
      ['a negative revision', sampleRequest('case-1', -1)],
      ['a command id that is no UUID', sampleRequest('case-1', 'any', [sampleEvent()], 'x')],
    ])('throws RangeError for %s', async (_, request) => {
      await expect(store.append(request)).rejects.toThrow(RangeError);
    });

    describe('reading', () => {
      const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
      beforeEach(async () => {
        for (let n = 0; n < 6; n++) {
          const event = sampleEvent({ n }, { recordedAt: at(n), type: n % 2 ? 'Odd' : 'Even' });
          await store.append(sampleRequest(n < 4 ? 'case-1' : 'office-1', 'any', [event]));
        }
      });
      const numbers = (events: StoredEvent[]) => events.map(({ data }) => (data as { n: number }).n);

      it('a stream: forwards, backwards, from a revision, until a time, up to a limit', async () => {
        expect(numbers(await store.readStream('case-1'))).toEqual([0, 1, 2, 3]);
        expect(numbers(await store.readStream('case-1', { direction: 'backwards', limit: 2 }))).toEqual([
          3, 2,
        ]);
        expect(
          numbers(await store.readStream('case-1', { direction: 'backwards', fromRevision: 1 })),
        ).toEqual([1, 0]);
        expect(numbers(await store.readStream('case-1', { fromRevision: 2 }))).toEqual([2, 3]);
        expect(numbers(await store.readStream('case-1', { until: at(1) }))).toEqual([0, 1]);
        expect(numbers(await store.readStream('case-1', { fromRevision: 1, limit: 1 }))).toEqual([1]);
      });

      it('the log: after a position, up to a limit, by stream prefix and type', async () => {
        const all = await store.readAll({ after: 0, limit: 100 });
        expect(numbers(all)).toEqual([0, 1, 2, 3, 4, 5]);
        expect(numbers(await store.readAll({ after: all[1]!.position, limit: 2 }))).toEqual([2, 3]);
        expect(numbers(await store.readAll({ after: all[1]!.position, inclusive: true, limit: 2 }))).toEqual([
          1, 2,
        ]);
        const filtered = (filter: object) => store.readAll({ after: 0, limit: 100, filter });
        expect(numbers(await filtered({ streamPrefixes: ['office-', 'x'] }))).toEqual([4, 5]);
        expect(numbers(await filtered({ types: ['Odd'] }))).toEqual([1, 3, 5]);
        expect(numbers(await filtered({ types: ['Odd'], streamPrefixes: ['case-'] }))).toEqual([1, 3]);
        expect(numbers(await filtered({ streamPrefixes: ['cas_', '%'] }))).toEqual([]);
      });
    });

    describe('subscription', () => {
      it('catches up in bounded batches, then follows, in order and once', async () => {
        for (let n = 0; n < 5; n++) await store.append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
        const seen: StoredEvent[] = [];
        const sizes: number[] = [];
        const caughtUp = gate();
        const all = gate();
        const subscription = store.subscribe({
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
        for (let n = 5; n < 8; n++) await store.append(sampleRequest('case-2', 'any', [sampleEvent({ n })]));
        await all.opened;
        await subscription.stop();
        expect(seen.map(({ data }) => (data as { n: number }).n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
      });

      it('starts after the position it is told', async () => {
        const first = appended(await store.append(sampleRequest('case-1')));
        const second = appended(await store.append(sampleRequest('case-1')));
        const [batch] = await firstBatch(store, { after: first.last });
        expect(batch.map(({ position }) => position)).toEqual([second.first]);
      });

      it('lets through what the filter says, and says how far it has looked', async () => {
        await store.append(sampleRequest('case-1'));
        const office = appended(await store.append(sampleRequest('office-1')));
        const last = appended(await store.append(sampleRequest('case-1')));
        const seen: StoredEvent[] = [];
        await untilReached(store, { after: 0, filter: { streamPrefixes: ['office-'] } }, last.last, seen);
        expect(seen.map(({ position }) => position)).toEqual([office.first]);
      });

      it('ends with the error of its handler, and delivers nothing more', async () => {
        await store.append(sampleRequest('case-1'));
        let calls = 0;
        const subscription = store.subscribe({
          after: 0,
          handler: async () => {
            calls++;
            throw new Error('no such row');
          },
        });
        await expect(subscription.done).rejects.toThrow('no such row');
        await store.append(sampleRequest('case-1'));
        expect(calls).toBe(1);
      });

      it('stop waits for the batch in hand', async () => {
        await store.append(sampleRequest('case-1'));
        const entered = gate();
        const leave = gate();
        let finished = false;
        const subscription = store.subscribe({
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

    it('once closed, ends its subscriptions and refuses', async () => {
      const subscription: Subscription = store.subscribe({ after: 0, handler: async () => undefined });
      await store.close();
      await subscription.done;
      await expect(store.append(sampleRequest('case-1'))).rejects.toThrow(StoreUnavailable);
      await store.close();
    });

    it('close lets the appends that wait finish', async () => {
      const results = Array.from({ length: 5 }, (_, n) => store.append(sampleRequest(`case-${n}`)));
      await store.close();
      const settled = await Promise.allSettled(results);
      const failed = settled.filter((one) => one.status === 'rejected' && !(one.reason instanceof QueueFull));
      expect(failed).toEqual([]);
    });
  });
}

type Appended = AppendResult & { status: 'appended' | 'repeated' };

function appended(result: AppendResult): Appended {
  if (result.status !== 'appended') throw new Error(`expected appended, was ${JSON.stringify(result)}`);
  return result;
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
