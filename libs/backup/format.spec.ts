import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Chunk } from './format';
import { readBackup } from './read';
import { createBackupWriter } from './write';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-backup-'));
  file = path.join(folder, 'whole');
  await writeChunks(file, CHUNKS);
});
afterAll(() => rm(folder, { recursive: true }));

const CHUNKS: Chunk[] = [
  { kind: 'head', rows: [{ head: 3 }] },
  { kind: 'table privacy.subject_key', rows: [] },
  { kind: 'events', rows: [['件件有着落'], ['b\n']] },
  { kind: 'end', rows: [{ events: 2 }] },
];

async function writeChunks(to: string, chunks: readonly Chunk[]): Promise<void> {
  const sink = createWriteStream(to);
  const writer = await createBackupWriter(sink);
  for (const { kind, rows } of chunks) await writer.write(kind, rows);
  sink.end();
  await finished(sink);
}

async function chunksOf(from: string): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of readBackup(from)) chunks.push(chunk);
  return chunks;
}

async function changed(change: (bytes: Buffer) => Buffer): Promise<string> {
  const copy = path.join(folder, 'changed');
  await writeFile(copy, change(await readFile(file)));
  return copy;
}

it('gives back the chunks', async () => expect(await chunksOf(file)).toEqual(CHUNKS));

it('notices a file cut off anywhere', async () => {
  const { length } = await readFile(file);
  for (let size = 0; size < length; size += 1) {
    const cut = await changed((bytes) => bytes);
    await truncate(cut, size);
    await expect(chunksOf(cut)).rejects.toMatchObject({
      code: size < 'huiyin-backup 1\n'.length ? 'backup-foreign' : 'backup-damaged',
    });
  }
});

it('notices every bit that is turned', async () => {
  const { length } = await readFile(file);
  for (let at = 0; at < length; at += 1) {
    const turned = await changed((bytes) => (bytes.writeUInt8(bytes[at]! ^ 1, at), bytes));
    await expect(chunksOf(turned)).rejects.toMatchObject({ code: expect.stringMatching(/^backup-/) });
  }
});

it('notices a chunk taken out, though each of the others is whole', async () => {
  const text = (await readFile(file)).toString('latin1');
  const from = text.indexOf('\ntable ') + 1;
  const to = text.indexOf('\nevents ') + 1;
  const without = await changed(() => Buffer.from(text.slice(0, from) + text.slice(to), 'latin1'));
  await expect(chunksOf(without)).rejects.toThrow('is damaged at chunk 2');
});

it('says what a foreign, a newer and a longer file is', async () => {
  const foreign = await changed(() => Buffer.from('PGDMP\u0001 something else'));
  await expect(chunksOf(foreign)).rejects.toMatchObject({ code: 'backup-foreign' });
  const newer = await changed(() => Buffer.from('huiyin-backup 2\n'));
  await expect(chunksOf(newer)).rejects.toMatchObject({ code: 'backup-too-new' });
  const longer = await changed((bytes) => Buffer.concat([bytes, Buffer.from('x')]));
  await expect(chunksOf(longer)).rejects.toThrow('goes on after its end');
});
