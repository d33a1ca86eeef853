import { makeFolder } from '@huiyin/kernel/make-folder';
import { open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { RECORD_BYTES } from '../log/leaf';
import { readIfThere, syncFolder, writeAtomically } from './files';

/** Records read or compared at a time. */
const CHUNK_RECORDS = 4_096;

/**
 * What is kept outside the database, where its administrator has no say:
 *   checkpoint          the newest signed checkpoint
 *   leaves.<epoch>      40 bytes per event, in position order: what the checkpoint's root is made of
 *   closed/<epoch>      the last checkpoint of an epoch that was closed
 *   handovers/<key id>  the checkpoint by which that signing key took over
 */
export interface EvidenceFolder {
  path: string;
  readCheckpoint(): Promise<string | undefined>;
  writeCheckpoint(note: string): Promise<void>;
  readClosed(epoch: number): Promise<string | undefined>;
  writeClosed(epoch: number, note: string): Promise<void>;
  /** In no order. */
  readHandovers(): Promise<string[]>;
  /** `keyId`: of the key that took over. */
  writeHandover(keyId: string, note: string): Promise<void>;
  /** How many leaves of the epoch are there. */
  countLeaves(epoch: number): Promise<number>;
  /** The records of [from, to), as many as there are, in pieces of whole records. */
  readLeaves(epoch: number, from: number, to: number): AsyncGenerator<Buffer>;
  writeLeaves(epoch: number, from: number, records: Buffer): Promise<void>;
  /** On the disk when it resolves. */
  syncLeaves(epoch: number): Promise<void>;
}

export function openEvidence(folder: string): EvidenceFolder {
  const root = path.resolve(folder);
  const checkpoint = path.join(root, 'checkpoint');
  const leaves = (epoch: number): string => path.join(root, `leaves.${epoch}`);
  const closed = (epoch: number): string => path.join(root, 'closed', String(epoch));
  const handovers = path.join(root, 'handovers');
  return {
    path: root,
    readCheckpoint: () => readIfThere(checkpoint),
    writeCheckpoint: (note) => writeAtomically(checkpoint, note),
    readClosed: (epoch) => readIfThere(closed(epoch)),
    writeClosed: (epoch, note) => writeAtomically(closed(epoch), note),
    readHandovers: () => readNotes(handovers),
    writeHandover: (keyId, note) => writeAtomically(path.join(handovers, keyId), note),
    async countLeaves(epoch) {
      const size = await withFile(leaves(epoch), 'r', async (file) => (await file.stat()).size);
      return Math.floor((size ?? 0) / RECORD_BYTES);
    },
    readLeaves: (epoch, from, to) => readRecords(leaves(epoch), from, to),
    async writeLeaves(epoch, from, records) {
      await makeFolder(root);
      const write = (file: FileHandle): Promise<unknown> =>
        file.write(records, 0, records.length, from * RECORD_BYTES);
      // `r+` does not make a file, and `w` would empty one.
      if ((await withFile(leaves(epoch), 'r+', write)) === undefined) {
        await withFile(leaves(epoch), 'a', async () => true);
        await withFile(leaves(epoch), 'r+', write);
        await syncFolder(root);
      }
    },
    syncLeaves: async (epoch) => {
      await withFile(leaves(epoch), 'r+', (file) => file.sync());
    },
  };
}

/** Drafts that a power cut left have a name with a dot. */
async function readNotes(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    names.filter((name) => !name.includes('.')).map((name) => readFile(path.join(folder, name), 'utf8')),
  );
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

async function* readRecords(name: string, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to;) {
    const count = Math.min(CHUNK_RECORDS, to - at);
    const piece = await withFile(name, 'r', async (file) => {
      const buffer = Buffer.alloc(count * RECORD_BYTES);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at * RECORD_BYTES);
      return buffer.subarray(0, bytesRead - (bytesRead % RECORD_BYTES));
    });
    if (!piece || piece.length === 0) return;
    yield piece;
    at += piece.length / RECORD_BYTES;
  }
}
