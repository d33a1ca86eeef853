import { EMPTY_ROOT, nodeHash } from './hash';

/** The subtree over the leaves [start, end). */
export interface Range {
  start: number;
  end: number;
}

/** The hash of a complete subtree: 2^level leaves, the index-th of its level. Level 0 are the leaves. */
export type NodeReader = (level: number, index: number) => Promise<Buffer> | Buffer;

/** The largest power of two below `size` (size > 1). */
export function split(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function assertSize(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} is not a size: ${value}`);
}

/** The subtrees of an inclusion proof, in its order (RFC 6962 §2.1.1). Throws RangeError. */
export function inclusionRanges(index: number, size: number): Range[] {
  assertSize('size', size);
  assertSize('index', index);
  if (index >= size) throw new RangeError(`index ${index} is not in a tree of ${size}`);
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The subtrees of a consistency proof, in its order (RFC 6962 §2.1.2). Throws RangeError. */
export function consistencyRanges(size1: number, size2: number): Range[] {
  assertSize('size1', size1);
  assertSize('size2', size2);
  if (size1 === 0) throw new RangeError('a proof from the empty tree says nothing');
  if (size1 > size2) throw new RangeError(`a tree of ${size2} does not hold one of ${size1}`);
  const path: Range[] = [];
  let [start, end] = [0, size2];
  while (end !== size1) {
    const middle = start + split(end - start);
    if (size1 <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // The old tree itself is what the other side knows already.
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/** The complete subtrees that [start, end) is made of, from the left; `start` is a multiple of the first one's size. */
export function completeSubtrees({ start, end }: Range): Range[] {
  const parts: Range[] = [];
  for (let at = start; at < end;) {
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) width *= 2;
    parts.push({ start: at, end: at + width });
    at += width;
  }
  return parts;
}

/** The hash of a subtree of an RFC 6962 tree. */
export async function rangeHash(range: Range, node: NodeReader): Promise<Buffer> {
  const parts = completeSubtrees(range);
  let hash: Buffer | undefined;
  for (const { start, end } of parts.reverse()) {
    const width = end - start;
    const left = await node(Math.log2(width), start / width);
    hash = hash ? nodeHash(left, hash) : left;
  }
  return hash ?? EMPTY_ROOT;
}

export const rootOf = (size: number, node: NodeReader): Promise<Buffer> =>
  rangeHash({ start: 0, end: size }, node);

async function hashes(ranges: readonly Range[], node: NodeReader): Promise<Buffer[]> {
  const proof: Buffer[] = [];
  for (const range of ranges) proof.push(await rangeHash(range, node));
  return proof;
}

export const inclusionProof = (index: number, size: number, node: NodeReader): Promise<Buffer[]> =>
  hashes(inclusionRanges(index, size), node);
export const consistencyProof = (size1: number, size2: number, node: NodeReader): Promise<Buffer[]> =>
  hashes(consistencyRanges(size1, size2), node);
