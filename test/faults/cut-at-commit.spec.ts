import { startProxy, type CuttableProxy } from '@huiyin/database/testing/proxy';
import {
  createPostgresEventStore,
  migrateEventStore,
  StoreUnavailable,
  type EventStore,
} from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';

let database: TestDatabase;
let proxy: CuttableProxy;
let [direct, cut]: EventStore[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  await migrateEventStore(database.url);
  proxy = await startProxy(database.url);
  direct = createPostgresEventStore({ url: database.url });
  cut = createPostgresEventStore({ url: proxy.url });
});
afterEach(async () => {
  await cut!.close();
  await direct!.close();
  await proxy.down();
  await database.drop();
});

test('a cut at COMMIT: stored and not acknowledged; the retry finds it, and nothing is written twice', async () => {
  // The connection stands, so that only the append itself is on the line.
  await cut!.append(sampleRequest('case-0'));
  const request = sampleRequest('case-1', 'none');
  const { promise: stored, resolve } = Promise.withResolvers<void>();
  direct!.subscribe({ after: 1, handler: async () => resolve() });
  proxy.loseAnswers();
  const answer = cut!.append(request).then(
    () => 'acknowledged',
    (error: unknown) => error,
  );
  await stored;
  proxy.cut();
  expect(await answer).toBeInstanceOf(StoreUnavailable);
  await proxy.up();
  expect(await cut!.append(request)).toEqual({
    status: 'repeated',
    first: 2,
    last: 2,
    revisions: { 'case-1': 0 },
  });
  expect(await direct!.head()).toBe(2);
});

test('a cut before it arrives: nothing is stored, and the retry writes it once', async () => {
  await cut!.append(sampleRequest('case-0'));
  const request = sampleRequest('case-1', 'none');
  await proxy.down();
  await expect(cut!.append(request)).rejects.toThrow(StoreUnavailable);
  expect(await direct!.head()).toBe(1);
  await proxy.up();
  expect(await cut!.append(request)).toMatchObject({ status: 'appended', first: 2 });
});
