import { aggregates } from '@huiyin/domain';
import { ManualClock, silentLog } from '@huiyin/kernel';
import { bundledCalendars, bundledPacks } from '@huiyin/policy';
import { WrongMasterKey } from '@huiyin/privacy';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomBytes, randomUUID } from 'node:crypto';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adoptBundled } from './adopt-bundled';
import { createPlatform, type Platform } from './platform';

let database: TestDatabase;
let folder: string;
const open: Platform[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-platform-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((platform) => platform.close()));
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = async (masterKeyFile = path.join(folder, 'master.key')): Promise<Platform> => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  const platform = await createPlatform({ databaseUrl: database.url, masterKeyFile, log: silentLog, clock });
  open.push(platform);
  return platform;
};

test('a fresh log adopts every bundled calendar and pack, and a standing one nothing', async () => {
  const platform = await start();
  await adoptBundled(platform);
  const head = await platform.store.head();
  expect(head).toBe(bundledCalendars.length + bundledPacks.length);
  for (const { id } of bundledPacks) expect(platform.rules.current().pack(id).id).toBe(id);
  const again = await start();
  await adoptBundled(again);
  expect(await again.store.head()).toBe(head);
});

test("a later version that the city has adopted under a bundled name is the city's, and stays", async () => {
  const platform = await start();
  await adoptBundled(platform);
  const pack = { ...bundledPacks[0]!, version: bundledPacks[0]!.version + 1 };
  const aggregate = aggregates.policies;
  const adopt = { aggregate, id: pack.id, type: 'AdoptPolicy', data: { pack }, actor: 'city' };
  expect(await platform.execute({ ...adopt, commandId: randomUUID() })).toMatchObject({ status: 'done' });
  const head = await platform.store.head();
  const again = await start();
  await adoptBundled(again);
  expect(await again.store.head()).toBe(head);
  expect(again.rules.current().pack(pack.id).version).toBe(pack.version);
});

test('with another master key it does not open, and says which file does not fit', async () => {
  await start();
  const other = path.join(folder, 'other.key');
  await writeFile(other, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  const refused = await start(other).catch((error: unknown) => error as Error);
  expect(refused).toBeInstanceOf(WrongMasterKey);
  expect((refused as Error).message).toContain(other);
});

test('where the master key is gone it does not open, and makes no other in its place', async () => {
  await start();
  const file = path.join(folder, 'master.key');
  await rm(file);
  const refused = await start().catch((error: unknown) => error as Error);
  expect(refused).toBeInstanceOf(WrongMasterKey);
  expect((refused as Error).message).toContain(`${file}, which is not there`);
  await expect(access(file)).rejects.toMatchObject({ code: 'ENOENT' });
});
