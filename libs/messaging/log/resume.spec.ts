import { createMemoryEventStore } from '@huiyin/event-store';
import { sampleEvent, sampleRequest } from '@huiyin/event-store/samples';
import { silentLog } from '@huiyin/kernel';
import { createMemoryParkingLot } from '../parking/memory';
import { createLogConsumer } from './consumer';
import { createMemoryCursors } from './cursors';
import { createMemoryLease } from './lease';

const GROUP = 'spec';

async function logOf(events: number) {
  const store = createMemoryEventStore();
  for (let n = 0; n < events; n += 1)
    await store.append(sampleRequest('case-1', 'any', [sampleEvent({ n })]));
  return store;
}

/** Follows to the end; answers the positions handled, and how often it was told that it begins anew. */
async function follow(store: Awaited<ReturnType<typeof logOf>>, cursors = createMemoryCursors()) {
  const handled: number[] = [];
  const anew: number[] = [];
  const consumer = createLogConsumer({
    ...{ store, cursors, lot: createMemoryParkingLot(), lease: createMemoryLease(), log: silentLog },
    toMessages: (event) => [
      {
        ...{ id: event.id, topic: 'topic', key: event.stream, type: event.type, source: '/', data: {} },
        ...{ subject: event.stream, time: event.occurredAt, dataschema: 'urn:x', position: event.position },
      },
    ],
  });
  const consumption = consumer.subscribe({
    ...{ group: GROUP, topics: ['topic'] },
    handler: async ({ position }) => void handled.push(position),
    onAnew: async (head) => void anew.push(head),
  });
  await consumption.waitFor(await store.head());
  await consumption.stop();
  return { handled, anew, cursors };
}

test('a log that holds what was followed last is gone on with', async () => {
  const store = await logOf(3);
  const { cursors } = await follow(store);
  await store.append(sampleRequest('case-1'));
  expect(await follow(store, cursors)).toMatchObject({ handled: [4], anew: [] });
});

test('a shorter log is followed from its first event', async () => {
  const { cursors } = await follow(await logOf(5));
  expect(await follow(await logOf(2), cursors)).toMatchObject({ handled: [1, 2], anew: [2] });
});

test('a log that lost events and has grown past the cursor since is noticed all the same', async () => {
  const { cursors } = await follow(await logOf(5));
  const other = await logOf(8);
  expect((await follow(other, cursors)).handled).toHaveLength(8);
  // And from now on it is the one that is followed.
  await other.append(sampleRequest('case-1'));
  expect(await follow(other, cursors)).toMatchObject({ handled: [9], anew: [] });
});

test('a cursor of an earlier version, without an event, is held against the head', async () => {
  const cursors = createMemoryCursors();
  await cursors.save(GROUP, 3);
  expect((await follow(await logOf(4), cursors)).handled).toEqual([4]);
  const beyond = createMemoryCursors();
  await beyond.save(GROUP, 9);
  expect((await follow(await logOf(4), beyond)).handled).toEqual([1, 2, 3, 4]);
});
