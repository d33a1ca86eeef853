import { nodeHash } from './hash';
import type { NodeReader } from './tree';

/** Every complete node over these leaf hashes. */
export function nodesOf(leaves: readonly Buffer[]): NodeReader {
  const levels: Buffer[][] = [[...leaves]];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
    const level: Buffer[] = [];
    for (let at = 0; at + 1 < below.length; at += 2) level.push(nodeHash(below[at]!, below[at + 1]!));
    levels.push(level);
  }
  return (level, index) => {
    const hash = levels[level]?.[index];
    if (!hash) throw new RangeError(`no node ${index} at level ${level} over ${leaves.length} leaves`);
    return hash;
  };
}
