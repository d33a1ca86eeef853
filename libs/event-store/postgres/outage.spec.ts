import { startProxy, type CuttableProxy } from '@huiyin/database/testing/proxy';
import { QueueFull } from '@huiyin/kernel';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { Client } from 'pg';
import { StoreUnavailable, type EventStore, type StoredEvent } from '../port';
import { sampleRequest } from '../samples';
import { migrateEventStore } from './schema';
import { createPostgresEventStore } from './store';

describe('the PostgreSQL event store when things break', () => {
  let database: TestDatabase;
  let line: CuttableProxy;
  let store: EventStore;
  let direct: Client;
  beforeEach(async () => {
    database = await createTestDatabase();
    await migrateEventStore(database.url);
    line = await startProxy(database.url);
    store = createPostgresEventStore({ url: line.url, pollMs: 20 });
    direct = new Client({ connectionString: database.url });
    await direct.connect();
  });
  afterEach(async () => {
    await store.close();
    await line.down();
    await direct.end();
    await database.drop();
  });

  it('an answer lost at the commit: the same command id finds what was stored', async () => {
    await store.append(sampleRequest('case-0'));
    const stored = new Promise((resolve) => direct.once('notification', resolve));
    await direct.query('LISTEN event_store');
    const request = sampleRequest('case-1', 'none');
    line.loseAnswers();
    const unheard = store.append(request);
    await Promise.all([stored.then(() => line.cut()), expect(unheard).rejects.toThrow(StoreUnavailable)]);
    await line.up();
    const answer = { first: 2, last: 2, revisions: { 'case-1': 0 } };
    expect(await store.append(request)).toEqual({ status: 'repeated', ...answer });
    expect(await store.readStream('case-1')).toHaveLength(1);
  });

  it('says so while the database is away, and works again when it is back', async () => {
    await store.append(sampleRequest('case-1', 'none'));
    await line.down();
    await expect(store.append(sampleRequest('case-1', 0))).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream('case-1')).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await line.up();
    expect(await store.append(sampleRequest('case-1', 0))).toMatchObject({ status: 'appended', first: 2 });
  });

  it('a subscription outlives an outage and misses nothing', async () => {
    const seen: StoredEvent[] = [];
    const waits = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    store.subscribe({
      after: 0,
      handler: async (batch) => {
        seen.push(...batch);
        if (seen.length >= 1) waits[0]!.resolve();
        if (seen.length >= 3) waits[1]!.resolve();
      },
    });
    const other = createPostgresEventStore({ url: database.url });
    await other.append(sampleRequest('case-1'));
    await waits[0]!.promise;
    await line.down();
    await other.append(sampleRequest('case-1'));
    await line.up();
    await other.append(sampleRequest('case-1'));
    await waits[1]!.promise;
    expect(seen.map(({ position }) => position)).toEqual([1, 2, 3]);
    await other.close();
  });

  it('the poll finds what no notification told of', async () => {
    const found = Promise.withResolvers<readonly StoredEvent[]>();
    store.subscribe({ after: 0, handler: async (batch) => found.resolve(batch) });
    await store.head();
    await direct.query(`INSERT INTO event_store.event
      (position, occurred_at, recorded_at, revision, version, id, stream, type, data, meta)
      VALUES (1, now(), now(), 0, 1, gen_random_uuid(), 'case-1', 'Silent', '{}', '{}')`);
    expect((await found.promise).map(({ type }) => type)).toEqual(['Silent']);
  });

  it('refuses at once when too many wait, and does what it took on', async () => {
    const small = createPostgresEventStore({ url: database.url, batchMax: 1, queueMax: 3 });
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => small.append(sampleRequest(`case-${n}`))),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.every(({ reason }) => reason instanceof QueueFull)).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    expect(await small.head()).toBe(10 - refused.length);
    await small.close();
  });
});
