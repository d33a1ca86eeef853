import {
  createMemoryEventStore,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@huiyin/event-store';
import { deterministicId, uuidv7 } from '@huiyin/kernel';
import { BrokerUnavailable, createMemoryCursors, type Message, type RetryPolicy } from '@huiyin/messaging';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { PUBLISHER, startPublisher, type PublisherDeps, type RunningPublisher } from './publisher';
import { PublisherModule } from './publisher.module';
import { toMessages, UnmappedEvent } from './to-messages';

const AT = '2026-03-02T01:00:00.000Z';
const soon = { first_ms: 1, factor: 1, longest_ms: 1 };
const retry: RetryPolicy = { attemptsMax: 1, failing: soon, outage: soon };

const closed = (type = 'CaseClosed'): NewEvent => ({
  id: uuidv7(new Date(AT)),
  type,
  version: 1,
  data: { by: 'xf' },
  meta: { actor: 'clerk', office: 'xf', commandId: uuidv7(new Date(AT)), correlationId: 'x' },
  occurredAt: AT,
  recordedAt: AT,
});

/** A topic that refuses as often as it is told to, after having stored a part: as a broker may. */
function createBroker(refusals = 0) {
  const stored: Message[] = [];
  return {
    stored,
    publish: async (messages: readonly Message[]) => {
      if (refusals > 0) {
        refusals -= 1;
        stored.push(...messages.slice(0, 1));
        throw new BrokerUnavailable(new Error('gone'));
      }
      stored.push(...messages);
    },
    close: async () => undefined,
  };
}

async function appendTo(store: EventStore, count: number, type?: string): Promise<number> {
  let last = 0;
  for (let index = 0; index < count; index += 1) {
    const stream = `case-${deterministicId(index % 3)}`;
    const events = [closed(type)];
    const result = await store.append({
      commandId: events[0]!.id,
      streams: [{ stream, expectedRevision: 'any', events }],
    });
    if (result.status === 'appended') last = result.last;
  }
  return last;
}

let store: EventStore;
const running: RunningPublisher[] = [];
const start = (deps: Partial<PublisherDeps> & Pick<PublisherDeps, 'publisher'>) => {
  const publisher = startPublisher({ store, cursors: createMemoryCursors(), retry, ...deps });
  running.push(publisher);
  return publisher;
};

beforeEach(() => void (store = createMemoryEventStore()));
afterEach(async () => {
  await Promise.all(running.splice(0).map((publisher) => publisher.stop()));
  await store.close();
});

const positions = (messages: readonly Message[]) => messages.map(({ position }) => position);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

it('publishes what is there and what comes, in order', async () => {
  const broker = createBroker();
  const before = await appendTo(store, 5);
  const publisher = start({ publisher: broker });
  await publisher.waitFor(before);
  const after = await appendTo(store, 5);
  await publisher.waitFor(after);
  expect(positions(broker.stored)).toEqual(upTo(10));
  expect(await publisher.lag()).toBe(0);
});

it('resumes after the last position that the broker has acknowledged', async () => {
  const cursors = createMemoryCursors();
  const first = createBroker();
  const one = start({ publisher: first, cursors });
  await one.waitFor(await appendTo(store, 4));
  await one.stop();
  expect(await cursors.get(PUBLISHER)).toBe(4);
  const last = await appendTo(store, 3);
  const second = createBroker();
  await start({ publisher: second, cursors }).waitFor(last);
  expect(positions(second.stored)).toEqual([5, 6, 7]);
});

it('waits while the broker is away, then goes on with nothing lost; what it repeats has the same id', async () => {
  const broker = createBroker(3);
  const last = await appendTo(store, 4);
  await start({ publisher: broker }).waitFor(last);
  expect(positions(broker.stored)).toEqual([1, 1, 1, ...upTo(4)]);
  expect(new Set(broker.stored.map(({ id }) => id)).size).toBe(4);
});

it('saves no position that the broker has not acknowledged', async () => {
  const cursors = createMemoryCursors();
  await appendTo(store, 4);
  const { promise: tried, resolve } = Promise.withResolvers<void>();
  const publish = () => {
    resolve();
    return Promise.reject(new BrokerUnavailable(new Error('gone')));
  };
  const publisher = start({ publisher: { publish, close: async () => undefined }, cursors });
  await tried;
  await publisher.stop();
  expect(await cursors.get(PUBLISHER)).toBe(0);
  expect(await publisher.lag()).toBe(4);
  await expect(publisher.waitFor(4)).rejects.toThrow('stopped at position 0');
});

it('stands still before an event that nobody decided about: nothing is skipped', async () => {
  const broker = createBroker();
  const { promise: met, resolve } = Promise.withResolvers<unknown>();
  const watched = (event: StoredEvent) => {
    try {
      return toMessages(event);
    } catch (error) {
      resolve(error);
      throw error;
    }
  };
  const publisher = start({ publisher: broker, toMessages: watched });
  await publisher.waitFor(await appendTo(store, 2));
  await appendTo(store, 1, 'CaseTeleported');
  await appendTo(store, 1);
  expect(await met).toBeInstanceOf(UnmappedEvent);
  expect(positions(broker.stored)).toEqual([1, 2]);
  expect(await publisher.lag()).toBe(2);
});

it('lives as long as its Nest application', async () => {
  const broker = createBroker();
  const module = PublisherModule.with({ store, publisher: broker, cursors: createMemoryCursors(), retry });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const publisher = app.get(PublisherModule).publisher!;
  await publisher.waitFor(await appendTo(store, 2));
  await app.close();
  await expect(publisher.waitFor(3)).rejects.toThrow('stopped');
  expect(positions(broker.stored)).toEqual([1, 2]);
});
