import { hashOfRecord, RECORD_BYTES, streamTag, TAG_BYTES } from '../log/leaf';

/** The leaves of [from, size), and what each stream's leaf must name as the one before it. */
export interface Leaves {
  from: number;
  size: number;
  /** Undefined for a position that is not among them. */
  record(position: number): Buffer | undefined;
  tag(position: number): string | undefined;
  /** The positions of a stream, ascending. */
  positionsOf(tag: string): number[];
}

export const tagOf = (stream: string): string => streamTag(stream).toString('hex');

/** A leaf of a stream as it must be: its revision, and the hash of the stream's leaf before it. */
export interface Place {
  revision: number;
  previous: Buffer | undefined;
}

export function openLeaves(from: number, pieces: readonly Buffer[]): Leaves {
  const bytes = Buffer.concat(pieces);
  const size = from + bytes.length / RECORD_BYTES;
  const record = (position: number): Buffer | undefined => {
    if (position <= from || position > size) return undefined;
    const at = (position - 1 - from) * RECORD_BYTES;
    return bytes.subarray(at, at + RECORD_BYTES);
  };
  const tag = (position: number): string | undefined =>
    record(position)?.subarray(0, TAG_BYTES).toString('hex');
  return {
    from,
    size,
    record,
    tag,
    positionsOf(wanted) {
      const found: number[] = [];
      for (let position = from + 1; position <= size; position += 1)
        if (tag(position) === wanted) found.push(position);
      return found;
    },
  };
}

/** Walks the leaves in their order and tells the place of each in its stream. */
export function createPlaces(leaves: Leaves) {
  const streams = new Map<string, Place>();
  return (position: number): Place => {
    const tag = leaves.tag(position)!;
    const place = streams.get(tag) ?? { revision: 0, previous: undefined };
    streams.set(tag, {
      revision: place.revision + 1,
      previous: hashOfRecord(leaves.record(position)!),
    });
    return place;
  };
}
