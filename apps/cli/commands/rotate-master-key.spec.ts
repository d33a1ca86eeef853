import { personal, silentLog, systemClock } from '@huiyin/kernel';
import { createPlatform, type Platform } from '@huiyin/runtime/platform';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve(__dirname, '../../../dist/apps/cli/main.js');

let database: TestDatabase;
let folder: string;
const [oldKey, newKey] = ['master.key', 'next.key'];
const file = (name: string): string => path.join(folder, name);
const open = (key: string): Promise<Platform> =>
  createPlatform({
    databaseUrl: database.url,
    masterKeyFile: file(key),
    log: silentLog,
    clock: systemClock,
  });
const rotate = (...more: string[]) => {
  const access = ['--database', database.url, '--master-key-file', file(oldKey)];
  const env = { PATH: process.env['PATH'] };
  const args = [MAIN, 'rotate-master-key', ...access, ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { status, stdout, stderr };
};

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-rotate-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

test('it prepares while an app runs, and changes the keys once it is stopped', async () => {
  const running = await open(oldKey);
  const { privacy } = running;
  const data = { name: personal('张三', randomUUID()) };
  const event = await privacy.sealEvent({ id: randomUUID(), stream: 'case-1', data });
  const early = rotate('--new-master-key-file', file(newKey));
  expect(early).toMatchObject({ status: 1, stdout: '' });
  expect(early.stderr).toMatch(/^huiyin: apps-running: .*stop the apps \(\d+ connections\).*\n$/);
  expect((await privacy.openEvent(event)).data.name).toEqual({ status: 'open', text: '张三' });
  await running.close();

  expect(rotate('--new-master-key-file', file(newKey))).toEqual({
    status: 0,
    stdout: `1 keys are under ${file(newKey)} now: put it where the apps look for ${file(oldKey)}\n`,
    stderr: '',
  });
  expect(rotate('--new-master-key-file', file(newKey)).stdout).toMatch(/^0 keys/);
  expect((await stat(file(newKey))).mode & 0o777).toBe(0o600);
  await expect(open(oldKey)).rejects.toThrow(/master key/);
  const after = await open(newKey);
  expect((await after.privacy.openEvent(event)).data.name).toEqual({ status: 'open', text: '张三' });
  await after.close();
});

test('what cannot be is refused in one line, and nothing is written', async () => {
  expect(rotate('--new-master-key-file', file(newKey))).toMatchObject({
    status: 2,
    stderr: `huiyin: master-key-missing: there is no master key at ${file(oldKey)}\n`,
  });
  await (await open(oldKey)).close();
  expect(rotate()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^huiyin: usage: .*\n$/) });
  const before = await readFile(file(oldKey), 'utf8');
  await rm(file(oldKey));
  const stranger = rotate('--master-key-file', file('stranger.key'), '--new-master-key-file', file(newKey));
  expect(stranger).toMatchObject({ status: 2, stderr: expect.stringMatching(/^huiyin: master-key-missing/) });
  expect(before).toMatch(/^\S{44}\n$/);
});
