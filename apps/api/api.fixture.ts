import 'reflect-metadata';
import { createExecute } from '@huiyin/command-handler';
import { createPostgresEventStore, type EventStore } from '@huiyin/event-store';
import { ManualClock, silentLog, type Log } from '@huiyin/kernel';
import { migrateReadModels, openReadModels } from '@huiyin/read-models';
import { viewsReached } from '@huiyin/read-models/channel';
import { adoptBundled, createPlatform, startServer, type Platform } from '@huiyin/runtime';
import { createTestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Projector } from '../projector/projector';
import { projectorOf } from '../projector/projector.module';
import { ApiModule } from './api.module';
import type { Open311Config } from './open311/config';
import { createViewsFeed } from '@huiyin/read-models/views-feed';

export const NOW = '2026-03-02T01:00:00.000Z';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
  body: Body;
}

export interface Sent {
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: string | Buffer;
  headers?: Readonly<Record<string, string | undefined>>;
}

export interface TestApi {
  address: string;
  platform: Platform;
  projector: Projector;
  clock: ManualClock;
  /** The path goes out as it is written. */
  call<Body = Record<string, unknown>>(method: string, path: string, sent?: Sent): Promise<Answer<Body>>;
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>;
  /** A write with a key of its own, on whatever revision there is. */
  post(path: string, body?: unknown, headers?: Sent['headers']): Promise<Answer<Written>>;
  head(): Promise<number>;
  close(): Promise<void>;
}

export interface Written extends Record<string, unknown> {
  id: string;
  revision: number;
  position: number;
}

export interface ApiOptions {
  /** The API's way to the database; default: straight. The projector and the feed always go straight. */
  through?: (databaseUrl: string) => Promise<string>;
  store?: (store: EventStore) => EventStore;
  queueMax?: number;
  batchMax?: number;
  log?: Log;
  open311?: Open311Config;
  timeZone?: string;
}

/** The API as it runs, on PostgreSQL, with a projector beside it and the bundled packs adopted. */
export async function startApi(options: ApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-api-'));
  const clock = new ManualClock(NOW);
  const { log = silentLog } = options;
  const platform = await createPlatform({
    databaseUrl: database.url,
    masterKeyFile: path.join(folder, 'master.key'),
    log,
    clock,
    ...(options.timeZone && { timeZone: options.timeZone }),
  });
  await migrateReadModels(database.url);
  await adoptBundled(platform);
  const projector = projectorOf(platform);
  await projector.start();
  const url = (await options.through?.(database.url)) ?? database.url;
  const own = createPostgresEventStore({
    url,
    ...(options.queueMax && { queueMax: options.queueMax }),
    ...(options.batchMax && { batchMax: options.batchMax }),
  });
  const store = options.store?.(own) ?? own;
  const { rules, directory } = platform;
  const execute = createExecute({
    store,
    clock,
    rules: rules.current,
    offices: directory,
    async refresh() {
      const head = await store.head();
      await Promise.all([rules.reached(head), directory.reached(head)]);
    },
    seal: platform.privacy.sealEvents,
  });
  const views = await openReadModels(url);
  const feed = createViewsFeed(database.url, () => viewsReached(platform.pool), log);
  const serving = { ...platform, store, execute };
  const module = ApiModule.with({
    platform: serving,
    reads: { platform: serving, views, feed },
    ...(options.open311 && { open311: options.open311 }),
  });
  const app = await startServer({ module, port: 0, host: '127.0.0.1', log });
  const { port } = app.getHttpServer().address() as { port: number };
  const call = <Body>(method: string, to: string, sent?: Sent) => send<Body>(port, method, to, sent);
  const api: TestApi = {
    address: `http://127.0.0.1:${port}`,
    platform,
    projector,
    clock,
    call,
    get: (to) => call('GET', to),
    post: (to, body = {}, headers = {}) =>
      call('POST', to, {
        body,
        headers: { 'idempotency-key': randomUUID(), 'if-match': '*', ...headers },
      }),
    head: () => platform.store.head(),
    async close() {
      await app.close();
      await feed.stop();
      await views.destroy();
      await own.close();
      await projector.stop();
      await platform.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
  for (const office of ['petitions', 'housing']) {
    await api.post(`/api/v1/offices/${office}/register-office`, {
      name: { zh: office, en: office },
      level: 'county',
      territory: '和平区',
    });
  }
  return api;
}

function send<Body>(port: number, method: string, to: string, sent: Sent = {}): Promise<Answer<Body>> {
  const given = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const headers = Object.fromEntries(
    Object.entries({
      ...(given !== undefined && { 'content-type': 'application/json' }),
      ...sent.headers,
    }).filter(([, value]) => value !== undefined),
  );
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path: to, headers, agent: false },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => (text += part));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode!,
            headers: incoming.headers as Record<string, string | undefined>,
            text,
            body: (/json/.test(incoming.headers['content-type'] ?? '')
              ? JSON.parse(text)
              : undefined) as Body,
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(given);
  });
}

export const registration = {
  channel: 'visit',
  category: 'housing',
  title: '某小区供暖管道漏水',
  place: '和平区南湖街道',
  claims: [{ summary: '尽快修复供暖管道' }],
  petitioner: { name: '欧阳测试', phone: '19991234567', address: '南湖街道12号' },
  statement: '已经找了物业三次，没有人来修。',
  receiver: 'petitions',
};

/** A registered case. */
export const register = async (api: TestApi, more: object = {}): Promise<Written> =>
  (await api.post('/api/v1/cases', { ...registration, ...more })).body;

/** A supervision order by hand, for delay. */
export const orderAbout = (caseId: string): object => ({
  pack: 'xinfang-2022',
  caseId,
  office: 'housing',
  by: 'petitions',
  reasons: '拖延',
  trigger: 'delay',
});
