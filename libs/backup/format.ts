import { createHash } from 'node:crypto';

/*
 * A backup is one line of magic, then chunks, each a line `<kind> <rows> <bytes> <sha256>`, that many bytes (gzip of one
 * JSON value a line) and a line end. The hash covers the hash of the chunk before, kind, rows and bytes: a chunk that is
 * changed, missing, moved or from elsewhere is noticed where it stands. The last chunk is `end`: a file without it was
 * cut off.
 */
export const FORMAT = 'huiyin-backup';
export const FORMAT_VERSION = 1;
export const MAGIC = `${FORMAT} ${FORMAT_VERSION}\n`;
/** A longer chunk was not written by this program; what is read is never more than this at a time. */
export const CHUNK_BYTES_MAX = 64 * 1_048_576;
/** Longest first line of a chunk. */
export const LINE_BYTES_MAX = 256;

/** `head` first, `table <schema.table>` for what followers keep, `events`, `end`. */
export interface Chunk {
  kind: string;
  rows: unknown[];
}

export const GENESIS = Buffer.alloc(32);

export const chain = (before: Buffer, kind: string, rows: number, bytes: Buffer): Buffer =>
  createHash('sha256').update(before).update(`${kind} ${rows}\n`).update(bytes).digest();
