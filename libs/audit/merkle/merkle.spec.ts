import fc from 'fast-check';
import { LEAVES, ROOTS } from '../vector/published.fixture';
import { EMPTY_ROOT, leafHash, sha256 } from './hash';
import { nodesOf } from './memory';
import { consistencyProof, inclusionProof, rootOf } from './tree';
import { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './verify';

const LEAVES_MAX = 70;
const leaves = Array.from({ length: LEAVES_MAX }, (_, index) => leafHash(sha256(`leaf ${index}`)));
const node = nodesOf(leaves);

/** The same bytes with one bit turned. */
const turned = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  const at = bit % (bytes.length * 8);
  copy[at >> 3]! ^= 1 << (at & 7);
  return copy;
};

const sizes = fc
  .integer({ min: 1, max: LEAVES_MAX })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

describe('RFC 6962', () => {
  it('gives the published roots', async () => {
    const nodes = nodesOf(LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex'))));
    for (const [index, root] of ROOTS.entries())
      expect((await rootOf(index + 1, nodes)).toString('hex')).toBe(root);
    expect((await rootOf(0, nodes)).equals(EMPTY_ROOT)).toBe(true);
  });

  it('proves every leaf of every tree, and nothing when anything is changed', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async ([size, index], bit, which) => {
        const proof = await inclusionProof(index, size, node);
        const root = await rootOf(size, node);
        const claim: Inclusion = {
          leafHash: leaves[index]!,
          index: BigInt(index),
          size: BigInt(size),
          proof,
          root,
        };
        expect(verifyInclusion(claim)).toEqual({ valid: true });
        const wrong: Inclusion[] = [
          { ...claim, leafHash: turned(claim.leafHash, bit) },
          { ...claim, root: turned(root, bit) },
          { ...claim, index: claim.size },
          { ...claim, proof: [...proof, root] },
          { ...claim, proof: [root, ...proof] },
        ];
        if (proof.length > 0) {
          const at = which % proof.length;
          wrong.push({ ...claim, proof: proof.with(at, turned(proof[at]!, bit)) });
          wrong.push({ ...claim, proof: proof.toSpliced(at, 1) });
          wrong.push({ ...claim, index: BigInt((index + 1) % size) });
        }
        for (const one of wrong) expect(verifyInclusion(one)).toMatchObject({ valid: false });
      }),
    );
  });

  it('proves that every tree begins with every smaller one, and nothing when anything is changed', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async ([size2, smaller], bit, which) => {
        const size1 = smaller + 1;
        const proof = await consistencyProof(size1, size2, node);
        const [root1, root2] = [await rootOf(size1, node), await rootOf(size2, node)];
        const claim: Consistency = { size1: BigInt(size1), root1, size2: BigInt(size2), root2, proof };
        expect(verifyConsistency(claim)).toEqual({ valid: true });
        const wrong: Consistency[] = [
          { ...claim, root1: turned(root1, bit) },
          { ...claim, root2: turned(root2, bit) },
          { ...claim, size1: 0n },
          { ...claim, size1: claim.size2 + 1n },
          { ...claim, proof: [...proof, root1] },
        ];
        if (proof.length > 0) {
          const at = which % proof.length;
          wrong.push({ ...claim, proof: proof.with(at, turned(proof[at]!, bit)) });
          wrong.push({ ...claim, proof: proof.toSpliced(at, 1) });
        }
        for (const one of wrong) expect(verifyConsistency(one)).toMatchObject({ valid: false });
      }),
    );
  });

  it('refuses to prove what is not there', () => {
    expect(() => inclusionProof(3, 3, node)).toThrow(RangeError);
    expect(() => consistencyProof(0, 3, node)).toThrow(RangeError);
    expect(() => consistencyProof(4, 3, node)).toThrow(RangeError);
  });
});
