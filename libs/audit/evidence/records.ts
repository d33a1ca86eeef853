import { makeFolder } from '@huiyin/kernel/make-folder';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './files';

/** Records read or compared at a time. */
const CHUNK_RECORDS = 4_096;

/** A file of records of one length, written at their number: written again, they take their own place. */
export interface RecordFile {
  count(): Promise<number>;
  /** The records of [from, to), as many as there are, in pieces of whole records. */
  read(from: number, to: number): AsyncGenerator<Buffer>;
  write(from: number, records: Buffer): Promise<void>;
  /** On the disk when it resolves. */
  sync(): Promise<void>;
}

export function recordFile(name: string, bytes: number): RecordFile {
  return {
    async count() {
      const size = await withFile(name, 'r', async (file) => (await file.stat()).size);
      return Math.floor((size ?? 0) / bytes);
    },
    async *read(from, to) {
      for (let at = from; at < to;) {
        const piece = await readPiece(name, at, Math.min(CHUNK_RECORDS, to - at), bytes);
        if (piece.length === 0) return;
        yield piece;
        at += piece.length / bytes;
      }
    },
    async write(from, records) {
      const folder = path.dirname(name);
      await makeFolder(folder);
      const write = (file: FileHandle): Promise<unknown> =>
        file.write(records, 0, records.length, from * bytes);
      // `r+` does not make a file, and `w` would empty one.
      if ((await withFile(name, 'r+', write)) === undefined) {
        await withFile(name, 'a', async () => true);
        await withFile(name, 'r+', write);
        await syncFolder(folder);
      }
    },
    sync: async () => {
      await withFile(name, 'r+', (file) => file.sync());
    },
  };
}

async function readPiece(name: string, at: number, count: number, bytes: number): Promise<Buffer> {
  const piece = await withFile(name, 'r', async (file) => {
    const buffer = Buffer.alloc(count * bytes);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at * bytes);
    return buffer.subarray(0, bytesRead - (bytesRead % bytes));
  });
  return piece ?? Buffer.alloc(0);
}

/** Undefined for a file that is not there. */
async function withFile<Result>(
  name: string,
  flags: string,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result | undefined> {
  const file = await open(name, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  try {
    return file && (await work(file));
  } finally {
    await file?.close();
  }
}
