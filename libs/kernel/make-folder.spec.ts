import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from './make-folder';

let root: string;
beforeEach(async () => void (root = await mkdtemp(path.join(tmpdir(), 'huiyin-make-'))));
afterEach(() => rm(root, { recursive: true }));

test('a folder is made with those above it, with its mode, and stays when it is there', async () => {
  const deep = path.join(root, 'a', 'b', 'c');
  await makeFolder(deep, 0o700);
  await makeFolder(deep);
  expect((await stat(deep)).mode & 0o777).toBe(0o700);
});

test('a file in the way is an error', async () => {
  const file = path.join(root, 'file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(path.join(file, 'below', 'it'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

(existsSync('/proc/self') ? test : test.skip)(
  'a place where nothing can be made is an error, and soon',
  async () => {
    await expect(makeFolder('/proc/nothing')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeFolder('/proc/nothing/below/it')).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
