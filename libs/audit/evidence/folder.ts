import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { RECORD_BYTES } from '../log/leaf';
import { readIfThere, writeAtomically } from './files';
import { recordFile, type RecordFile } from './records';

/** A position of the store, as a 64-bit number. */
export const PLACE_BYTES = 8;

/**
 * What is kept outside the database, where its administrator has no say:
 *   checkpoint          the newest signed checkpoint
 *   leaves.<epoch>      40 bytes per event, in position order: what the checkpoint's root is made of
 *   places.<epoch>      where the store does not number its events: the position of each leaf's
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
  places(epoch: number): RecordFile;
}

export function openEvidence(folder: string): EvidenceFolder {
  const root = path.resolve(folder);
  const checkpoint = path.join(root, 'checkpoint');
  const leaves = (epoch: number): RecordFile => recordFile(path.join(root, `leaves.${epoch}`), RECORD_BYTES);
  const places = (epoch: number): RecordFile => recordFile(path.join(root, `places.${epoch}`), PLACE_BYTES);
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
    countLeaves: (epoch) => leaves(epoch).count(),
    readLeaves: (epoch, from, to) => leaves(epoch).read(from, to),
    writeLeaves: (epoch, from, records) => leaves(epoch).write(from, records),
    async syncLeaves(epoch) {
      await leaves(epoch).sync();
      await places(epoch).sync();
    },
    places,
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
