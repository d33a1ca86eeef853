import { EMPTY_ROOT, nodeHash } from '../merkle/hash';
import { completeSubtrees } from '../merkle/tree';

/** The complete subtrees over the leaves so far, largest first: all that a tree needs to grow. */
export interface CompactTree {
  readonly size: number;
  add(leaf: Buffer): void;
  root(): Buffer;
}

/** Goes on from the subtrees over [0, from). Throws RangeError when they are not as many as it takes. */
export function compactTree(from = 0, prefix: readonly Buffer[] = []): CompactTree {
  const widths = completeSubtrees({ start: 0, end: from }).map(({ start, end }) => end - start);
  if (widths.length !== prefix.length)
    throw new RangeError(`${prefix.length} subtrees are not a tree of ${from}`);
  const stack = widths.map((width, at) => ({ width, hash: prefix[at]! }));
  let size = from;
  return {
    get size() {
      return size;
    },
    add(leaf) {
      size += 1;
      let top = { width: 1, hash: leaf };
      while (stack.at(-1)?.width === top.width)
        top = { width: top.width * 2, hash: nodeHash(stack.pop()!.hash, top.hash) };
      stack.push(top);
    },
    root: () => {
      const [last, ...before] = stack.map(({ hash }) => hash).reverse();
      return last ? before.reduce((hash, left) => nodeHash(left, hash), last) : EMPTY_ROOT;
    },
  };
}
