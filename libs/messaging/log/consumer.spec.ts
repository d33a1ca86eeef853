import { createMemoryEventStore } from '@huiyin/event-store';
import { appendDrafts, toMessages } from '../contract/messages';
import { draft } from '../contract/messages';
import { QUICK, startDatabase } from '../contract/rig';
import { createMemoryParkingLot } from '../parking/memory';
import type { Message } from '../port';
import { createLogConsumer } from './consumer';
import { createMemoryCursors, createPostgresCursors } from './cursors';
import { createMemoryLease, createPostgresLease } from './lease';

const TOPIC = 'spec.v1';

function inMemory() {
  const store = createMemoryEventStore();
  const [cursors, lot, lease] = [createMemoryCursors(), createMemoryParkingLot(), createMemoryLease()];
  const consumer = createLogConsumer({ store, toMessages, cursors, lot, lease, retry: QUICK });
  const publish = (...ns: number[]) =>
    appendDrafts(
      store,
      ns.map((n) => draft(TOPIC, `case-${n}`, n)),
    );
  return { store, cursors, lot, lease, consumer, publish };
}

describe('waiting until a consumer has caught up', () => {
  test('resolves once everything up to there is handled or parked', async () => {
    const { consumer, publish, store, lot } = inMemory();
    const handled: string[] = [];
    const consumption = consumer.subscribe({
      group: 'spec',
      topics: [TOPIC],
      handler: async ({ key }) => {
        if (key === 'case-2') throw new Error('poison');
        handled.push(key);
      },
    });
    await publish(1, 2, 3);
    await consumption.waitFor(await store.head());
    expect(handled.sort()).toEqual(['case-1', 'case-3']);
    expect(await lot.count()).toEqual([{ group: 'spec', keys: 1, messages: 1 }]);
    expect(consumption.reached()).toBe(3);
    await consumer.close();
  });

  test('goes on over events that publish nothing to this group', async () => {
    const { consumer, publish, store } = inMemory();
    const consumption = consumer.subscribe({
      group: 'spec',
      topics: ['another.v1'],
      handler: async () => undefined,
    });
    await publish(1, 2);
    await consumption.waitFor(await store.head());
    await consumer.close();
  });

  test('rejects when the consumer is stopped before', async () => {
    const { consumer } = inMemory();
    const consumption = consumer.subscribe({
      group: 'spec',
      topics: [TOPIC],
      handler: async () => undefined,
    });
    const waiting = expect(consumption.waitFor(1)).rejects.toThrow('stopped at position 0');
    await consumption.stop();
    await waiting;
    await expect(consumption.waitFor(1)).rejects.toThrow('stopped');
  });
});

test('a second consumer of a group stands by until the first has stopped', async () => {
  const { store, cursors, lot, lease, publish } = inMemory();
  const seen: string[] = [];
  const start = (who: string) =>
    createLogConsumer({ store, toMessages, cursors, lot, lease, retry: QUICK }).subscribe({
      group: 'spec',
      topics: [TOPIC],
      handler: async ({ key }: Message) => void seen.push(`${who} ${key}`),
    });
  const [first, second] = [start('first'), start('second')];
  await publish(1, 2);
  await first.waitFor(2);
  expect(second.reached()).toBe(0);
  await first.stop();
  await publish(3);
  await second.waitFor(3);
  expect(seen).toEqual(['first case-1', 'first case-2', 'second case-3']);
  await second.stop();
});

test('a lease whose connection is cut is taken again, and the following goes on where it was', async () => {
  const { pool, url, lot, close } = await startDatabase();
  const store = createMemoryEventStore();
  const [cursors, lease] = [createPostgresCursors(pool), createPostgresLease(url)];
  const consumer = createLogConsumer({ store, toMessages, cursors, lot, lease, retry: QUICK });
  const seen: string[] = [];
  const consumption = consumer.subscribe({
    group: 'spec',
    topics: [TOPIC],
    handler: async ({ key }) => void seen.push(key),
  });
  await appendDrafts(store, [draft(TOPIC, 'case-1', 1)]);
  await consumption.waitFor(1);
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'huiyin lease spec'`;
  expect((await pool.query(cut)).rowCount).toBe(1);
  await appendDrafts(store, [draft(TOPIC, 'case-2', 2)]);
  await consumption.waitFor(2);
  expect(new Set(seen)).toEqual(new Set(['case-1', 'case-2']));
  await consumer.close();
  expect(await cursors.get('spec')).toBe(2);
  await store.close();
  await close();
});
