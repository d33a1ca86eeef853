import type { Message } from '../port';
import { KEYS, range, turn, type Context } from './context';
import { createRecord } from './record';

/** Far more than a join takes. */
const ROUNDS_MAX = 2_000;

/** Consumers of one group. */
export function testSharing(context: Context, shares: boolean): void {
  test('consumers of one group come and go: nothing is lost or overtaken', async () => {
    const all = createRecord();
    const by = { first: 0, second: 0 };
    const handler = (who: keyof typeof by) => async (message: Message) => {
      await turn();
      by[who] += 1;
      all.take(message);
    };
    const first = context.consume(handler('first'));
    let n = 0;
    const round = async (rounds: number) => {
      await context.rig().publish(context.drafts(KEYS, n, n + rounds));
      n += rounds;
    };
    await round(5);
    await all.distinct(KEYS.length * n);
    context.consume(handler('second'));
    // More keeps coming while the second joins.
    for (let rounds = 0; rounds < ROUNDS_MAX && (shares ? by.second === 0 : n < 20); rounds += 1) {
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
    expect(sharedBySecond).toBe(shares);
    expect(by.first).toBeGreaterThan(0);
    expect(by.second).toBeGreaterThan(0);
  });
}
