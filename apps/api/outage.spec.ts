import { startProxy, type CuttableProxy } from '@huiyin/database/testing/proxy';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { register, registration, startApi, type Answer, type TestApi } from './api.fixture';

let api: TestApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const migrations = path.resolve(__dirname, '../../libs/event-store/postgres/migrations');

/** Holds what every append waits for, so that appends queue. */
async function holdAppends(url: string): Promise<() => Promise<void>> {
  const sql = await readFile(path.join(migrations, '003-append-function.sql'), 'utf8');
  const lock = /pg_advisory_xact_lock\((\d+, \d+)\)/.exec(sql)![1]!;
  const session = new Client({ connectionString: url });
  await session.connect();
  await session.query(`SELECT pg_advisory_lock(${lock})`);
  return () => session.end();
}

test('more writes than may wait hear when to come back, and those that waited are written', async () => {
  api = await startApi({ queueMax: 2, batchMax: 1 });
  const head = await api.head();
  const release = await holdAppends(api.platform.databaseUrl);
  const settled: Answer[] = [];
  const full = Promise.withResolvers<void>();
  const writes = Array.from({ length: 10 }, async () => {
    const answer = await api!.post('/api/v1/cases', registration);
    if (settled.push(answer) === 7) full.resolve();
    return answer;
  });
  await full.promise;
  expect(settled).toMatchObject(
    Array(7).fill({ status: 503, headers: { 'retry-after': '1' }, body: { code: 'too-busy' } }),
  );
  await release();
  const answers = await Promise.all(writes);
  const taken = answers.filter(({ status }) => status === 201);
  expect(taken).toHaveLength(3);
  expect(await api.head()).toBe(head + taken.length);
});

test('a store that is away is told as such, and works again by itself when it is back', async () => {
  let proxy: CuttableProxy;
  api = await startApi({ through: async (url) => (proxy = await startProxy(url)).url });
  const { id } = await register(api);
  const head = await api.head();
  const key = { 'idempotency-key': randomUUID() };
  await proxy!.down();
  const away = { status: 503, headers: { 'retry-after': '1' }, body: { code: 'store-unavailable' } };
  expect(await api.post('/api/v1/cases', registration, key)).toMatchObject(away);
  expect(await api.get(`/api/v1/cases/${id}`)).toMatchObject(away);
  expect(await api.get('/api/v1/cases')).toMatchObject(away);
  expect(await api.head()).toBe(head);
  await proxy!.up();
  expect(await api.post('/api/v1/cases', registration, key)).toMatchObject({ status: 201 });
  expect((await api.get(`/api/v1/cases/${id}`)).status).toBe(200);
  expect((await api.get('/api/v1/cases')).status).toBe(200);
  expect(await api.head()).toBe(head + 1);
  await proxy!.down();
}, 20_000);

test('an answer that was lost is found again under the same key, and nothing is written twice', async () => {
  let proxy: CuttableProxy;
  api = await startApi({ through: async (url) => (proxy = await startProxy(url)).url });
  await register(api);
  const head = await api.head();
  const key = { 'idempotency-key': randomUUID() };
  proxy!.loseAnswers();
  const lost = api.post('/api/v1/cases', registration, key);
  await until(async () => (await api!.head()) === head + 1);
  proxy!.cut();
  expect(await lost).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
  await proxy!.up();
  const again = await api.post('/api/v1/cases', registration, key);
  expect(again).toMatchObject({ status: 201, body: { revision: 0, position: head + 1 } });
  expect(await api.head()).toBe(head + 1);
  await proxy!.down();
}, 20_000);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

test('a record that others keep changing is given up after some tries, with nothing written', async () => {
  let busy = '';
  api = await startApi({
    store: (store) => ({
      ...store,
      async append(request) {
        const { stream, events } = request.streams[0]!;
        if (stream === busy) {
          const [event] = events;
          const meta = { ...event!.meta, commandId: randomUUID() };
          const other = { ...event!, id: randomUUID(), type: 'OfficeReminded', data: {}, meta };
          await store.append({
            commandId: randomUUID(),
            streams: [{ stream, expectedRevision: 'any', events: [other] }],
          });
        }
        return store.append(request);
      },
    }),
  });
  const { id } = await register(api);
  busy = `case-${id}`;
  const answer = await api.post(`/api/v1/cases/${id}/sort-case`, {
    routes: [{ claim: 'c1', route: 'residual' }],
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'contended' } });
  const types = (await api.platform.store.readStream(busy)).map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(['CaseRegistered', 'OfficeReminded']));
});

test('a fault of our own is answered without its words, and logged without them', async () => {
  const logged: object[] = [];
  let broken = false;
  const log = { error: (entry: object) => void logged.push(entry), warn: () => undefined } as never;
  api = await startApi({
    log,
    store: (store) => ({
      ...store,
      append: (request) =>
        broken ? Promise.reject(new TypeError('cannot read 王小明')) : store.append(request),
    }),
  });
  broken = true;
  const answer = await api.post('/api/v1/cases', registration);
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(answer.text).not.toMatch(/王小明|TypeError/);
  expect(logged).toMatchObject([
    {
      failure: { code: 'TypeError' },
      frames: expect.arrayContaining([expect.stringMatching(/outage\.spec/)]),
    },
  ]);
  expect(JSON.stringify(logged)).not.toMatch(/王小明/);
});
