import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolderTooNew, DataFolderUnusable, openDataFolder } from './data-folder';

let root: string;
beforeEach(async () => void (root = await mkdtemp(path.join(tmpdir(), 'huiyin-folder-'))));
afterEach(() => rm(root, { recursive: true }));

const inRoot = (...names: string[]): string => path.join(root, ...names);

test('a folder is made where there is none, and says where everything in it is', async () => {
  const folder = await openDataFolder(inRoot('a', 'b'));
  expect(folder).toMatchObject({ postgres: inRoot('a', 'b', 'postgres'), state: { layout: 1 } });
  expect(await readdir(inRoot('a', 'b'))).toEqual(['state.json']);
});

test('what is kept is there the next time, and nothing else is touched', async () => {
  const folder = await openDataFolder(root);
  await folder.save({ simulatedNow: '2027-01-01T00:00:00.000Z' });
  await folder.save({ begunWith: 'none' });
  const expected = { layout: 1, begunWith: 'none', simulatedNow: '2027-01-01T00:00:00.000Z' };
  expect((await openDataFolder(root)).state).toEqual(expected);
  expect(await readdir(root)).toEqual(['state.json']);
});

test.each([
  ['a newer version', '{"layout":2}', DataFolderTooNew, /layout 2, this one knows 1/],
  ['half a file', '{"layout"', DataFolderUnusable, /state\.json is damaged/],
  ['another file', '[]', DataFolderUnusable, /state\.json is damaged/],
  ['nothing', '', DataFolderUnusable, /state\.json is damaged/],
])('%s is refused, and left as it is', async (_, text, kind, says) => {
  await writeFile(inRoot('state.json'), text);
  const refused = await openDataFolder(root).catch((error: unknown) => error as Error);
  expect(refused).toBeInstanceOf(kind);
  expect((refused as Error).message).toMatch(says);
  expect(await readFile(inRoot('state.json'), 'utf8')).toBe(text);
});

test('a file in the place of the folder is refused in words', async () => {
  await writeFile(inRoot('file'), '');
  await expect(openDataFolder(inRoot('file'))).rejects.toThrow(
    /cannot be used.*use --data with another folder/,
  );
  await expect(openDataFolder(inRoot('file', 'below'))).rejects.toThrow(DataFolderUnusable);
});

test('a place where nothing can be made, or written, is refused in words', async () => {
  if (!existsSync('/proc/self')) return;
  await expect(openDataFolder('/proc/nothing')).rejects.toThrow(/can be made or opened \(ENOENT\)/);
  await expect(openDataFolder('/proc/self')).rejects.toThrow(/nothing can be written there/);
});
