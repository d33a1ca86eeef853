import { invalid, VALID, type Verdict } from '../verdict';
import { HASH_BYTES, nodeHash, sameHash } from './hash';

/** Tree sizes are 64-bit in RFC 6962: bigint, so that no outside number is rounded. */
export interface Inclusion {
  leafHash: Uint8Array;
  index: bigint;
  size: bigint;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

export interface Consistency {
  size1: bigint;
  root1: Uint8Array;
  size2: bigint;
  root2: Uint8Array;
  proof: readonly Uint8Array[];
}

const SIZE_MAX = 2n ** 64n - 1n;
const bad = (size: bigint): boolean => size < 0n || size > SIZE_MAX;
const bits = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
const ones = (value: bigint): number => value.toString(2).replaceAll('0', '').length;
const trailingZeros = (value: bigint): number => bits(value & -value) - 1;

/** How many proof hashes lie below, and above, the point where the paths to `index` and to the last leaf part. */
function pathLengths(index: bigint, size: bigint): { inner: number; border: number } {
  const inner = bits(index ^ (size - 1n));
  return { inner, border: ones(index >> BigInt(inner)) };
}

const isRight = (index: bigint, level: number): boolean => ((index >> BigInt(level)) & 1n) === 1n;

function chain(seed: Uint8Array, inner: readonly Uint8Array[], index: bigint): Uint8Array {
  return inner.reduce(
    (hash, sibling, level) => (isRight(index, level) ? nodeHash(sibling, hash) : nodeHash(hash, sibling)),
    seed,
  );
}

const chainLeft = (seed: Uint8Array, left: readonly Uint8Array[]): Uint8Array =>
  left.reduce((hash, sibling) => nodeHash(sibling, hash), seed);

function wrongHash(
  named: Readonly<Record<string, Uint8Array>>,
  proof: readonly Uint8Array[],
): string | undefined {
  for (const [name, hash] of Object.entries(named))
    if (hash.length !== HASH_BYTES) return `${name} has ${hash.length} bytes, not ${HASH_BYTES}`;
  const at = proof.findIndex((hash) => hash.length !== HASH_BYTES);
  return at < 0 ? undefined : `proof[${at}] has ${proof[at]!.length} bytes, not ${HASH_BYTES}`;
}

/** Whether the leaf is at `index` of the tree (RFC 6962 §2.1.1). */
export function verifyInclusion({ leafHash, index, size, proof, root }: Inclusion): Verdict {
  if (bad(index) || bad(size)) return invalid('size or index is not a 64-bit number');
  if (index >= size) return invalid(`index ${index} is not in a tree of ${size}`);
  const wrong = wrongHash({ leafHash, root }, proof);
  if (wrong) return invalid(wrong);
  const { inner, border } = pathLengths(index, size);
  if (proof.length !== inner + border)
    return invalid(`the proof has ${proof.length} hashes, not ${inner + border}`);
  const found = chainLeft(chain(leafHash, proof.slice(0, inner), index), proof.slice(inner));
  return sameHash(found, root) ? VALID : invalid('the proof leads to another root');
}

/** Whether the tree of size2 begins with the tree of size1 (RFC 6962 §2.1.2). From size 0 nothing can be proved. */
export function verifyConsistency({ size1, root1, size2, root2, proof }: Consistency): Verdict {
  if (bad(size1) || bad(size2)) return invalid('size1 or size2 is not a 64-bit number');
  if (size1 === 0n) return invalid('size1 is 0: a proof from the empty tree says nothing');
  if (size1 > size2) return invalid(`size1 ${size1} is larger than size2 ${size2}`);
  const wrong = wrongHash({ root1, root2 }, proof);
  if (wrong) return invalid(wrong);
  if (size1 === size2) {
    if (proof.length > 0)
      return invalid(`the sizes are equal, and the proof has ${proof.length} hashes, not 0`);
    return sameHash(root1, root2) ? VALID : invalid('the sizes are equal, the roots are not');
  }
  return verifyGrowth({ size1, root1, size2, root2, proof });
}

function verifyGrowth({ size1, root1, size2, root2, proof }: Consistency): Verdict {
  const shift = trailingZeros(size1);
  const { inner: whole, border } = pathLengths(size1 - 1n, size2);
  const inner = whole - shift;
  const rootIsSeed = size1 === 1n << BigInt(shift);
  const expected = inner + border + (rootIsSeed ? 0 : 1);
  if (proof.length !== expected) return invalid(`the proof has ${proof.length} hashes, not ${expected}`);
  const seed = rootIsSeed ? root1 : proof[0]!;
  const path = rootIsSeed ? proof : proof.slice(1);
  const index = (size1 - 1n) >> BigInt(shift);
  const below = path.slice(0, inner);
  const above = path.slice(inner);
  const oldLeft = below.filter((_, level) => isRight(index, level));
  if (!sameHash(chainLeft(chainLeft(seed, oldLeft), above), root1))
    return invalid('the proof does not lead to root1');
  return sameHash(chainLeft(chain(seed, below, index), above), root2)
    ? VALID
    : invalid('the proof does not lead to root2');
}
