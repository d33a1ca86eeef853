import { createPool } from '@huiyin/database';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { startFakeServer } from '../kurrentdb/fake-server.fixture';
import { openKurrentDbEventStore } from '../kurrentdb';
import { createPostgresEventStore, migrateEventStore } from '../postgres';
import { StoreUnavailable, type EventStore } from '../port';
import { sampleEvent, sampleRequest } from '../samples';
import { openEventArchive } from './open';
import { NotInLog, type ArchivedEvent, type EventArchive } from './event';

interface Rig {
  store: EventStore;
  archive: EventArchive;
  dispose(): Promise<void>;
}

const databases: { database: TestDatabase; pool: Pool }[] = [];
afterAll(async () => {
  for (const { database, pool } of databases) {
    await pool.end();
    await database.drop();
  }
});

async function onPostgres(): Promise<Rig & { pool: Pool }> {
  const database = await createTestDatabase();
  await migrateEventStore(database.url);
  const pool = createPool({ url: database.url });
  databases.push({ database, pool });
  const store = createPostgresEventStore({ url: database.url });
  return { store, pool, archive: await openEventArchive({ db: pool }), dispose: () => store.close() };
}

async function onKurrentDb(): Promise<Rig> {
  // A real one where there is one; a namespace of its own stands in for an empty server.
  const url = process.env['KURRENTDB_URL'];
  const namespace = `t${randomUUID().replaceAll('-', '').slice(0, 31)}`;
  const fake = url === undefined ? await startFakeServer() : undefined;
  const kurrentDb = { url: url ?? fake!.url, namespace };
  const store = await openKurrentDbEventStore(kurrentDb);
  const archive = await openEventArchive({ db: undefined as never, kurrentDb });
  return {
    store,
    archive,
    async dispose() {
      await store.close();
      await archive.close();
      fake?.cut();
    },
  };
}

const REPEATED = randomUUID();

async function fill(store: EventStore): Promise<void> {
  await store.append(sampleRequest('case-a', 'none', [sampleEvent({ z: '噪音', a: [1.5, null] })], REPEATED));
  await store.append({
    commandId: randomUUID(),
    streams: [
      { stream: 'case-b', expectedRevision: 'none', events: [sampleEvent(), sampleEvent()] },
      { stream: 'case-a', expectedRevision: 0, events: [sampleEvent({ '10': 1, '2': 'order of keys' })] },
    ],
  });
  for (let n = 0; n < 5; n += 1) await store.append(sampleRequest('case-c'));
}

async function readIn(archive: EventArchive, limit: number): Promise<ArchivedEvent[]> {
  const events: ArchivedEvent[] = [];
  for (;;) {
    const page = await archive.read({ after: events.at(-1)?.position ?? 0, limit });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

const placeless = (events: readonly ArchivedEvent[]) => events.map(({ position: _, ...event }) => event);

describe.each([
  ['PostgreSQL', onPostgres],
  ['KurrentDB', onKurrentDb],
])('event archive on %s', (_, open: () => Promise<Rig>) => {
  it('reads what was appended, in pages of any size, and writes the same into an empty store', async () => {
    const [from, to] = [await open(), await open()];
    try {
      await fill(from.store);
      const events = await readIn(from.archive, 3);
      expect(events).toEqual(await readIn(from.archive, 100));
      expect(events.map(({ request }) => request?.events)).toEqual([
        1,
        3,
        undefined,
        undefined,
        1,
        1,
        1,
        1,
        1,
      ]);
      const positions = await to.archive.write(events);
      const restored = await readIn(to.archive, 100);
      expect(placeless(restored)).toEqual(placeless(events));
      expect(restored.map(({ position }) => position)).toEqual(positions);
      if (to.archive.keepsPositions) expect(restored).toEqual(events);
      expect(await to.archive.head()).toBe(positions.at(-1));
    } finally {
      await from.dispose();
      await to.dispose();
    }
  });

  it('keeps what makes a command count once, and the streams as long as they were', async () => {
    const [from, to] = [await open(), await open()];
    try {
      await fill(from.store);
      await to.archive.write(await readIn(from.archive, 100));
      expect(await to.store.append(sampleRequest('case-a', 'any', [sampleEvent()], REPEATED))).toMatchObject({
        status: 'repeated',
      });
      expect(await to.store.append(sampleRequest('case-c', 3))).toMatchObject({ status: 'conflict' });
      expect(await to.store.append(sampleRequest('case-c', 4))).toMatchObject({ status: 'appended' });
    } finally {
      await from.dispose();
      await to.dispose();
    }
  });

  it('finds the events of a stream, of positions, and of a command as it reads them all', async () => {
    const { store, archive, dispose } = await open();
    await fill(store);
    const events = await readIn(archive, 100);
    const of = (name: string) => events.filter(({ stream }) => stream === name);
    expect(await archive.readStream('case-a')).toEqual(of('case-a'));
    expect(await archive.readStream('case-x')).toEqual([]);
    const positions = events.slice(2, 5).map(({ position }) => position);
    expect(await archive.readPositions(positions)).toEqual(events.slice(2, 5));
    const beyond = events.at(-1)!.position + 1;
    expect(await archive.readPositions([beyond])).toEqual([]);
    expect(await archive.readCommand(events[1]!.request!.commandId)).toEqual(events.slice(1, 4));
    expect(await archive.readCommand(REPEATED)).toEqual(events.slice(0, 1));
    expect(await archive.readCommand(randomUUID())).toEqual([]);
    await dispose();
  });

  it('refuses half a request', async () => {
    const { store, archive, dispose } = await open();
    await fill(store);
    const events = await readIn(archive, 100);
    await expect(archive.write(events.slice(2, 4))).rejects.toThrow(RangeError);
    await dispose();
  });
});

it('goes from one kind of store to the other', async () => {
  const [from, to] = [await onPostgres(), await onKurrentDb()];
  await fill(from.store);
  const events = await readIn(from.archive, 100);
  await to.archive.write(events);
  expect(placeless(await readIn(to.archive, 100))).toEqual(placeless(events));
  await from.dispose();
  await to.dispose();
});

describe('on the files of a KurrentDB', () => {
  it('tells the bytes that are there, also those that no program of ours would write', async () => {
    const server = await startFakeServer();
    const kurrentDb = { url: server.url };
    const store = await openKurrentDbEventStore(kurrentDb);
    const archive = await openEventArchive({ db: undefined as never, kurrentDb });
    await fill(store);
    const kept = server.log.records.find(({ stream }) => stream === 'huiyin:case-b')!;
    kept.data = Buffer.from('{ "a" : 1.0, "a": 2 }');
    expect((await archive.readStream('case-b'))[0]!.data).toBe('{ "a" : 1.0, "a": 2 }');
    expect((await readIn(archive, 100))[1]!.data).toBe('{ "a" : 1.0, "a": 2 }');
    await store.close();
    await archive.close();
    server.cut();
  });

  it('knows when its cursor is of another log, and when the server is away', async () => {
    const server = await startFakeServer();
    const kurrentDb = { url: server.url };
    const store = await openKurrentDbEventStore(kurrentDb);
    const archive = await openEventArchive({ db: undefined as never, kurrentDb });
    await fill(store);
    const [first, second] = await readIn(archive, 100);
    await expect(archive.read({ after: second!.position - 1, limit: 1 })).rejects.toThrow(NotInLog);
    server.log.records.splice(
      server.log.records.findIndex(({ position }) => position === first!.position),
      1,
    );
    await expect(archive.read({ after: first!.position, limit: 1 })).rejects.toThrow(NotInLog);
    expect(await archive.readPositions([first!.position, second!.position])).toEqual([second]);
    server.cut();
    await expect(archive.read({ after: second!.position, limit: 1 })).rejects.toThrow(StoreUnavailable);
    await store.close();
    await archive.close();
  });
});

it('keeps the bytes on PostgreSQL, also those that no program of ours would write', async () => {
  const [from, to] = [await onPostgres(), await onPostgres()];
  await fill(from.store);
  await from.pool.query(`ALTER TABLE event_store.event DISABLE TRIGGER ALL;
    UPDATE event_store.event SET data = '{ "a" : 1.0, "a": 2 }', recorded_at = '2026-01-02 03:04:05.678901+00'
     WHERE position = 2; ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only`);
  await to.archive.write(await readIn(from.archive, 4));
  const all = 'SELECT event::text FROM event_store.event ORDER BY position';
  expect((await to.pool.query(all)).rows).toEqual((await from.pool.query(all)).rows);
  await from.dispose();
  await to.dispose();
});
