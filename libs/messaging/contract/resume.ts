import { StoreUnavailable } from '@huiyin/event-store/port';
import { KEYS, range, type Context } from './context';
import { createRecord } from './record';

/** At least once: over stops, failures, outages and kills. */
export function testResume(context: Context): void {
  test('after a stop it goes on where it left, and repeats nothing', async () => {
    const [before, after] = [createRecord(), createRecord()];
    const first = context.consume(async (message) => before.take(message));
    await context.rig().publish(context.drafts(KEYS, 0, 3));
    await before.distinct(KEYS.length * 3);
    await first.stop();
    await context.rig().publish(context.drafts(KEYS, 3, 6));
    context.consume(async (message) => after.take(message));
    await after.distinct(KEYS.length * 3);
    for (const key of KEYS) expect(after.of(key)).toEqual(range(3, 6));
  });

  test('a stop in the middle waits for the handler at work, starts no other, and loses nothing', async () => {
    const [before, after] = [createRecord(), createRecord()];
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const first = context.consume(
      async (message) => {
        begin();
        await mayEnd;
        before.take(message);
      },
      { concurrencyMax: 1 },
    );
    await context.rig().publish(context.drafts(['case-0'], 0, 5));
    await begun;
    const stopped = first.stop();
    end();
    await stopped;
    expect(before.of('case-0')).toEqual([0]);
    context.consume(async (message) => after.take(message));
    await after.distinct(4);
    expect(after.of('case-0')).toEqual([1, 2, 3, 4]);
  });

  test('a handler that fails now and then is called again; its key waits', async () => {
    const record = createRecord();
    const calls = new Map<string, number>();
    context.consume(async (message) => {
      const call = (calls.get(message.id) ?? 0) + 1;
      calls.set(message.id, call);
      if (call < 3) throw new Error('not yet');
      record.take(message);
    });
    await context.rig().publish(context.drafts(['case-0', 'case-1'], 0, 3));
    await record.distinct(6);
    expect(record.of('case-0')).toEqual([0, 1, 2]);
    expect([...calls.values()]).toEqual([3, 3, 3, 3, 3, 3]);
    expect(await context.rig().lot.count()).toEqual([]);
  });

  test('an outage is waited out: nothing is parked, however often it fails', async () => {
    const record = createRecord();
    let calls = 0;
    context.consume(async (message) => {
      calls += 1;
      if (calls <= 10) throw new StoreUnavailable('down');
      record.take(message);
    });
    await context.rig().publish(context.drafts(['case-0'], 0, 2));
    await record.distinct(2);
    expect(record.of('case-0')).toEqual([0, 1]);
    expect(await context.rig().lot.count()).toEqual([]);
  });

  test('what a killed process was handling is delivered to the next one', async () => {
    const record = createRecord();
    await context.rig().publish(context.drafts(KEYS, 0, 2));
    const killed = await context.rig().killWhileHandling('spec');
    context.consume(async (message) => record.take(message));
    await record.distinct(KEYS.length * 2);
    expect(record.messages.map(({ id }) => id)).toContain(killed);
    for (const key of KEYS) expect(record.of(key)).toEqual([0, 1]);
  });
}
