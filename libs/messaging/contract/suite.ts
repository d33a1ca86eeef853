import { StoreUnavailable } from '@huiyin/event-store/port';
import type { ConsumeOptions, Message } from '../port';
import type { MessagingHarness, MessagingRig } from './harness';
import { draft, type Draft } from './messages';

/** What handlers were given, in order, with something to await. */
function createRecord() {
  const messages: Message<{ n: number }>[] = [];
  const seen = new Set<string>();
  let waiters: { reached: () => boolean; resolve: () => void }[] = [];
  return {
    messages,
    take: (message: Message) => {
      messages.push(message as Message<{ n: number }>);
      seen.add(message.id);
      for (const { resolve } of waiters.filter(({ reached }) => reached())) resolve();
      waiters = waiters.filter(({ reached }) => !reached());
    },
    /** Resolves when so many different messages have come. */
    distinct: (count: number): Promise<void> => {
      const reached = () => seen.size >= count;
      return reached() ? Promise.resolve() : new Promise((resolve) => waiters.push({ reached, resolve }));
    },
    of: (key: string) => messages.filter((message) => message.key === key).map(({ data }) => data.n),
    /** The order in which a key's messages came for the first time: a redelivery may repeat, never overtake. */
    firstOf: (key: string) => [
      ...new Set(messages.filter((each) => each.key === key).map(({ data }) => data.n)),
    ],
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
const turn = () => new Promise((resolve) => setImmediate(resolve));
const KEYS = range(0, 12).map((index) => `case-${index}`);

/** The promises of libs/messaging/port.ts, on any adapter. */
export function describeMessagingContract(name: string, harness: MessagingHarness): void {
  describe(name, () => {
    let rig: MessagingRig;
    let open: { close(): Promise<void> }[] = [];
    beforeEach(async () => void (rig = await harness.start()));
    afterEach(async () => {
      await Promise.all(open.map((consumer) => consumer.close()));
      open = [];
      await rig.close();
    });

    const consume = (handler: ConsumeOptions['handler'], options: Partial<ConsumeOptions> = {}) => {
      const consumer = rig.consumer();
      open.push(consumer);
      return consumer.subscribe({ group: 'spec', topics: [rig.topic], handler, ...options });
    };
    /** Messages `from` … `to − 1` of each key, the keys mixed. */
    const drafts = (keys: readonly string[], from: number, to: number): Draft[] =>
      range(from, to).flatMap((n) => keys.map((key) => draft(rig.topic, key, n)));

    test('a message arrives as it was sent', async () => {
      const record = createRecord();
      consume(async (message) => record.take(message));
      const sent = draft(rig.topic, 'case-0', 0);
      await rig.publish([sent]);
      await record.distinct(1);
      expect(record.messages).toEqual([{ ...sent, position: 1 }]);
    });

    test('one key goes in order and one at a time, keys beside each other', async () => {
      const record = createRecord();
      const atWork = new Set<string>();
      let together = 0;
      consume(async (message) => {
        expect(atWork.has(message.key)).toBe(false);
        atWork.add(message.key);
        together = Math.max(together, atWork.size);
        for (let turns = (message.data as { n: number }).n % 3; turns >= 0; turns -= 1) await turn();
        atWork.delete(message.key);
        record.take(message);
      });
      await rig.publish(drafts(KEYS, 0, 25));
      await record.distinct(KEYS.length * 25);
      for (const key of KEYS) expect(record.of(key)).toEqual(range(0, 25));
      expect(together).toBeGreaterThan(1);
    });

    test('no more handlers are at work than allowed', async () => {
      const record = createRecord();
      let [atWork, most] = [0, 0];
      consume(
        async (message) => {
          most = Math.max(most, ++atWork);
          await turn();
          atWork -= 1;
          record.take(message);
        },
        { concurrencyMax: 2 },
      );
      await rig.publish(drafts(KEYS, 0, 5));
      await record.distinct(KEYS.length * 5);
      expect(most).toBeLessThanOrEqual(2);
    });

    test('another group gets everything too', async () => {
      const [one, two] = [createRecord(), createRecord()];
      consume(async (message) => one.take(message), { group: 'one' });
      consume(async (message) => two.take(message), { group: 'two' });
      await rig.publish(drafts(KEYS, 0, 2));
      await Promise.all([one.distinct(KEYS.length * 2), two.distinct(KEYS.length * 2)]);
    });

    test('after a stop it goes on where it left, and repeats nothing', async () => {
      const [before, after] = [createRecord(), createRecord()];
      const first = consume(async (message) => before.take(message));
      await rig.publish(drafts(KEYS, 0, 3));
      await before.distinct(KEYS.length * 3);
      await first.stop();
      await rig.publish(drafts(KEYS, 3, 6));
      consume(async (message) => after.take(message));
      await after.distinct(KEYS.length * 3);
      for (const key of KEYS) expect(after.of(key)).toEqual(range(3, 6));
    });

    test('a stop in the middle waits for the handler at work, starts no other, and loses nothing', async () => {
      const [before, after] = [createRecord(), createRecord()];
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
      const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
      const first = consume(
        async (message) => {
          begin();
          await mayEnd;
          before.take(message);
        },
        { concurrencyMax: 1 },
      );
      await rig.publish(drafts(['case-0'], 0, 5));
      await begun;
      const stopped = first.stop();
      end();
      await stopped;
      expect(before.of('case-0')).toEqual([0]);
      consume(async (message) => after.take(message));
      await after.distinct(4);
      expect(after.of('case-0')).toEqual([1, 2, 3, 4]);
    });

    test('a handler that fails now and then is called again; its key waits', async () => {
      const record = createRecord();
      const calls = new Map<string, number>();
      consume(async (message) => {
        const call = (calls.get(message.id) ?? 0) + 1;
        calls.set(message.id, call);
        if (call < 3) throw new Error('not yet');
        record.take(message);
      });
      await rig.publish(drafts(['case-0', 'case-1'], 0, 3));
      await record.distinct(6);
      expect(record.of('case-0')).toEqual([0, 1, 2]);
      expect([...calls.values()]).toEqual([3, 3, 3, 3, 3, 3]);
      expect(await rig.lot.count()).toEqual([]);
    });

    test('an outage is waited out: nothing is parked, however often it fails', async () => {
      const record = createRecord();
      let calls = 0;
      consume(async (message) => {
        calls += 1;
        if (calls <= 10) throw new StoreUnavailable('down');
        record.take(message);
      });
      await rig.publish(drafts(['case-0'], 0, 2));
      await record.distinct(2);
      expect(record.of('case-0')).toEqual([0, 1]);
      expect(await rig.lot.count()).toEqual([]);
    });

    test('what a killed process was handling is delivered to the next one', async () => {
      const record = createRecord();
      await rig.publish(drafts(KEYS, 0, 2));
      const killed = await rig.killWhileHandling('spec');
      consume(async (message) => record.take(message));
      await record.distinct(KEYS.length * 2);
      expect(record.messages.map(({ id }) => id)).toContain(killed);
      for (const key of KEYS) expect(record.of(key)).toEqual([0, 1]);
    });

    describe('a message that always fails', () => {
      const poison =
        (record: ReturnType<typeof createRecord>, cured = () => false) =>
        async (message: Message) => {
          if (message.key === 'case-0' && (message.data as { n: number }).n === 1 && !cured()) {
            throw new TypeError('no office for "Zhang San"');
          }
          record.take(message);
        };

      test('parks its key, in order, while the others flow', async () => {
        const record = createRecord();
        consume(poison(record));
        await rig.publish(drafts(KEYS, 0, 4));
        await Promise.all([record.distinct(KEYS.length * 4 - 3), rig.parked(3)]);
        expect(record.of('case-0')).toEqual([0]);
        for (const key of KEYS.slice(1)) expect(record.of(key)).toEqual(range(0, 4));
        expect(await rig.lot.count()).toEqual([{ group: 'spec', keys: 1, messages: 3 }]);
        const parked = await rig.lot.list({ group: 'spec', limit: 10 });
        expect(parked.map(({ message }) => message)).toEqual(
          [1, 2, 3].map((n) => expect.objectContaining({ data: { n } })),
        );
        expect(parked.map(({ failure }) => failure)).toEqual([
          { code: 'TypeError', message: 'no office for "…"' },
          undefined,
          undefined,
        ]);
      });

      test('stays parked over a restart, and in its own group only', async () => {
        const [record, other] = [createRecord(), createRecord()];
        const first = consume(poison(record));
        await rig.publish(drafts(KEYS, 0, 2));
        await Promise.all([record.distinct(KEYS.length * 2 - 1), rig.parked(1)]);
        await first.stop();
        consume(poison(record, () => true));
        consume(async (message) => other.take(message), { group: 'other' });
        await rig.publish(drafts(KEYS, 2, 4));
        await Promise.all([
          record.distinct(KEYS.length * 4 - 3),
          rig.parked(3),
          other.distinct(KEYS.length * 4),
        ]);
        expect(record.of('case-0')).toEqual([0]);
        expect(other.of('case-0')).toEqual([0, 1, 2, 3]);
      });

      test('runs again on release: parked again if it fails, else all in order, and the key flows', async () => {
        const record = createRecord();
        let cured = false;
        const consumption = consume(poison(record, () => cured));
        await rig.publish(drafts(['case-0'], 0, 4));
        await rig.parked(3);
        expect(await consumption.release('case-0')).toEqual({ status: 'still-parked', handled: 0, left: 3 });
        cured = true;
        expect(await consumption.release('case-0')).toEqual({ status: 'released', handled: 3, left: 0 });
        await rig.publish(drafts(['case-0'], 4, 6));
        await record.distinct(6);
        expect(record.of('case-0')).toEqual(range(0, 6));
        expect(await rig.lot.count()).toEqual([]);
      });

      test('keeps its order when more arrives during the release', async () => {
        const record = createRecord();
        let cured = false;
        const { promise: releasing, resolve: begin } = Promise.withResolvers<void>();
        const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
        const handle = poison(record, () => cured);
        const consumption = consume(async (message) => {
          if (cured && (message.data as { n: number }).n === 1) {
            begin();
            await mayGoOn;
          }
          await handle(message);
        });
        await rig.publish(drafts(['case-0'], 0, 3));
        await rig.parked(2);
        cured = true;
        const released = consumption.release('case-0');
        await releasing;
        expect(await consumption.release('case-0')).toMatchObject({ status: 'busy' });
        await rig.publish(drafts(['case-0'], 3, 5));
        await rig.parked(4);
        goOn();
        expect(await released).toEqual({ status: 'released', handled: 4, left: 0 });
        expect(record.of('case-0')).toEqual(range(0, 5));
      });
    });

    test('consumers of one group come and go: nothing is lost or overtaken', async () => {
      const all = createRecord();
      const by = { first: 0, second: 0 };
      const handler = (who: keyof typeof by) => async (message: Message) => {
        await turn();
        by[who] += 1;
        all.take(message);
      };
      const first = consume(handler('first'));
      let n = 0;
      const round = async (rounds: number) => {
        await rig.publish(drafts(KEYS, n, n + rounds));
        n += rounds;
      };
      await round(5);
      await all.distinct(KEYS.length * n);
      consume(handler('second'));
      // More keeps coming while the second joins.
      for (let rounds = 0; rounds < ROUNDS_MAX && (harness.shares ? by.second === 0 : n < 20); rounds += 1) {
        await round(5);
        await all.distinct(KEYS.length * n);
      }
      const sharedBySecond = by.second > 0;
      await round(20);
      const leaving = first.stop();
      await round(20);
      await leaving;
      await all.distinct(KEYS.length * n);
      for (const key of KEYS) expect(all.firstOf(key)).toEqual(range(0, n));
      expect(sharedBySecond).toBe(harness.shares);
      expect(by.first).toBeGreaterThan(0);
      expect(by.second).toBeGreaterThan(0);
    });
  });
}

/** Far more than a join takes. */
const ROUNDS_MAX = 2_000;
