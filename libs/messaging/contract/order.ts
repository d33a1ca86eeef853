import { draft } from './messages';
import { KEYS, range, turn, type Context } from './context';
import { createRecord } from './record';

/** One key in order, keys beside each other, groups apart. */
export function testOrder(context: Context): void {
  test('a message arrives as it was sent', async () => {
    const record = createRecord();
    context.consume(async (message) => record.take(message));
    const sent = draft(context.rig().topic, 'case-0', 0);
    await context.rig().publish([sent]);
    await record.distinct(1);
    expect(record.messages).toEqual([{ ...sent, position: 1 }]);
  });

  test('one key goes in order and one at a time, keys beside each other', async () => {
    const record = createRecord();
    const atWork = new Set<string>();
    let together = 0;
    context.consume(async (message) => {
      expect(atWork.has(message.key)).toBe(false);
      atWork.add(message.key);
      together = Math.max(together, atWork.size);
      for (let turns = (message.data as { n: number }).n % 3; turns >= 0; turns -= 1) await turn();
      atWork.delete(message.key);
      record.take(message);
    });
    await context.rig().publish(context.drafts(KEYS, 0, 25));
    await record.distinct(KEYS.length * 25);
    for (const key of KEYS) expect(record.of(key)).toEqual(range(0, 25));
    expect(together).toBeGreaterThan(1);
  });

  test('no more handlers are at work than allowed', async () => {
    const record = createRecord();
    let [atWork, most] = [0, 0];
    context.consume(
      async (message) => {
        most = Math.max(most, ++atWork);
        await turn();
        atWork -= 1;
        record.take(message);
      },
      { concurrencyMax: 2 },
    );
    await context.rig().publish(context.drafts(KEYS, 0, 5));
    await record.distinct(KEYS.length * 5);
    expect(most).toBeLessThanOrEqual(2);
  });

  test('another group gets everything too', async () => {
    const [one, two] = [createRecord(), createRecord()];
    context.consume(async (message) => one.take(message), { group: 'one' });
    context.consume(async (message) => two.take(message), { group: 'two' });
    await context.rig().publish(context.drafts(KEYS, 0, 2));
    await Promise.all([one.distinct(KEYS.length * 2), two.distinct(KEYS.length * 2)]);
  });
}
