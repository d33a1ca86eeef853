import { leafHash, sha256 } from '../merkle/hash';
import { contentHash, netstrings, type RawEvent } from './event';

/*
 * A leaf is the format version, the tag of the event's stream, and the hash of its detail: position, event id, stream,
 * revision, content hash, hash of the stream's leaf before it. The tag stands apart so that a list of leaves shows,
 * under the signed root, which positions belong to a stream, and that there are no others.
 */
export const LEAF_FORMAT = 1;
export const TAG_BYTES = 8;
/** Tag and detail: what is kept of a leaf outside the database. */
export const RECORD_BYTES = 40;

const FORMAT = Buffer.from([LEAF_FORMAT]);

export const streamTag = (stream: string): Buffer => sha256(stream).subarray(0, TAG_BYTES);

/** `previous`: the hash of the stream's leaf before this one; undefined for its first. */
export function recordOf(event: RawEvent, previous: Uint8Array | undefined): Buffer {
  const detail = sha256(
    netstrings([
      event.position,
      event.id,
      event.stream,
      event.revision,
      contentHash(event).toString('hex'),
      previous ? Buffer.from(previous).toString('hex') : '',
    ]),
  );
  return Buffer.concat([streamTag(event.stream), detail]);
}

export const hashOfRecord = (record: Uint8Array): Buffer => leafHash(Buffer.concat([FORMAT, record]));
