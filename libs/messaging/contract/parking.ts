import type { Message } from '../port';
import { KEYS, range, type Context } from './context';
import { createRecord, type Record } from './record';

const SECRET_ERROR = 'no office for "Zhang San"';

const poison =
  (record: Record, cured = () => false) =>
  async (message: Message) => {
    if (message.key === 'case-0' && (message.data as { n: number }).n === 1 && !cured()) {
      throw new TypeError(SECRET_ERROR);
    }
    record.take(message);
  };

/** A key that cannot go on waits, durably and in order, and nothing else waits with it. */
export function testParking(context: Context): void {
  describe('a message that always fails', () => {
    test('parks its key, in order, while the others flow', async () => {
      const record = createRecord();
      context.consume(poison(record));
      await context.rig().publish(context.drafts(KEYS, 0, 4));
      await Promise.all([record.distinct(KEYS.length * 4 - 3), context.rig().parked(3)]);
      expect(record.of('case-0')).toEqual([0]);
      for (const key of KEYS.slice(1)) expect(record.of(key)).toEqual(range(0, 4));
      expect(await context.rig().lot.count()).toEqual([{ group: 'spec', keys: 1, messages: 3 }]);
      const parked = await context.rig().lot.list({ group: 'spec', limit: 10 });
      expect(parked.map(({ message }) => message)).toEqual([
        expect.objectContaining({ data: { n: 1 } }),
        expect.objectContaining({ data: { n: 2 } }),
        expect.objectContaining({ data: { n: 3 } }),
      ]);
      expect(parked.map(({ failure }) => failure)).toEqual([
        { code: 'TypeError', message: 'no office for "…"' },
        undefined,
        undefined,
      ]);
    });

    test('stays parked over a restart, and in its own group only', async () => {
      const [record, other] = [createRecord(), createRecord()];
      const first = context.consume(poison(record));
      await context.rig().publish(context.drafts(KEYS, 0, 2));
      await Promise.all([record.distinct(KEYS.length * 2 - 1), context.rig().parked(1)]);
      await first.stop();
      context.consume(poison(record, () => true));
      context.consume(async (message) => other.take(message), { group: 'other' });
      await context.rig().publish(context.drafts(KEYS, 2, 4));
      await Promise.all([
        record.distinct(KEYS.length * 4 - 3),
        context.rig().parked(3),
        other.distinct(KEYS.length * 4),
      ]);
      expect(record.of('case-0')).toEqual([0]);
      expect(other.of('case-0')).toEqual([0, 1, 2, 3]);
    });

    test('runs again on release: parked again if it fails, else all in order, and the key flows', async () => {
      const record = createRecord();
      let cured = false;
      const consumption = context.consume(poison(record, () => cured));
      await context.rig().publish(context.drafts(['case-0'], 0, 4));
      await context.rig().parked(3);
      expect(await consumption.release('case-0')).toEqual({ status: 'still-parked', handled: 0, left: 3 });
      cured = true;
      expect(await consumption.release('case-0')).toEqual({ status: 'released', handled: 3, left: 0 });
      await context.rig().publish(context.drafts(['case-0'], 4, 6));
      await record.distinct(6);
      expect(record.of('case-0')).toEqual(range(0, 6));
      expect(await context.rig().lot.count()).toEqual([]);
    });

    test('keeps its order when more arrives during the release', async () => {
      const record = createRecord();
      let cured = false;
      const { promise: releasing, resolve: begin } = Promise.withResolvers<void>();
      const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
      const handle = poison(record, () => cured);
      const consumption = context.consume(async (message) => {
        if (cured && (message.data as { n: number }).n === 1) {
          begin();
          await mayGoOn;
        }
        await handle(message);
      });
      await context.rig().publish(context.drafts(['case-0'], 0, 3));
      await context.rig().parked(2);
      cured = true;
      const released = consumption.release('case-0');
      await releasing;
      expect(await consumption.release('case-0')).toMatchObject({ status: 'busy' });
      await context.rig().publish(context.drafts(['case-0'], 3, 5));
      await context.rig().parked(4);
      goOn();
      expect(await released).toEqual({ status: 'released', handled: 4, left: 0 });
      expect(record.of('case-0')).toEqual(range(0, 5));
    });
  });
}
