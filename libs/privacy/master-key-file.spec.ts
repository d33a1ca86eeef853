import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadOrCreateMasterKeyFile, MasterKeyFileUnusable } from '.';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-key-'));
  file = path.join(folder, 'keys', 'master.key');
});
afterEach(() => rm(folder, { recursive: true }));

test('the first start makes a key that only its owner can read; the next start has the same one', async () => {
  const first = await loadOrCreateMasterKeyFile(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32);
  const second = await loadOrCreateMasterKeyFile(file);
  expect(await second.derive('x')).toEqual(await first.derive('x'));
});

test('processes that start together share one key and leave no drafts', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateMasterKeyFile(file)));
  const derived = await Promise.all(keys.map(async (key) => (await key.derive('x')).toString('hex')));
  expect(new Set(derived).size).toBe(1);
  expect(await readdir(path.dirname(file))).toEqual(['master.key']);
});

test.each([0o640, 0o604])('a file of mode %o is refused', async (mode) => {
  await loadOrCreateMasterKeyFile(file);
  await chmod(file, mode);
  await expect(loadOrCreateMasterKeyFile(file)).rejects.toThrow(MasterKeyFileUnusable);
});

test.each(['', 'c2hvcnQ=', 'not base64 at all', 'A'.repeat(44)])(
  'a file that holds %j is refused',
  async (text) => {
    await loadOrCreateMasterKeyFile(file);
    await writeFile(file, text);
    await expect(loadOrCreateMasterKeyFile(file)).rejects.toThrow(MasterKeyFileUnusable);
  },
);
