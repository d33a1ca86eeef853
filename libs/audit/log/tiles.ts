import { HASH_BYTES } from '../merkle/hash';
import { nodesOf } from '../merkle/memory';
import type { NodeReader } from '../merkle/tree';

export const TILE_WIDTH = 256;
const TILE_LEVELS = 8;

export interface Tile {
  level: number;
  index: number;
  hashes: Buffer;
}

/** The stored hashes of a tile. */
export type TileReader = (level: number, index: number) => Promise<Buffer>;

/** Complete nodes from tiles; a tile is read once. */
export function nodesFromTiles(read: TileReader): NodeReader {
  const known = new Map<string, Promise<Buffer>>();
  const tile = (level: number, index: number): Promise<Buffer> => {
    const name = `${level}/${index}`;
    const found = known.get(name) ?? read(level, index);
    known.set(name, found);
    return found;
  };
  return async (level, index) => {
    const inTile = level % TILE_LEVELS;
    const width = 2 ** inTile;
    const first = index * width;
    const hashes = await tile(Math.floor(level / TILE_LEVELS), Math.floor(first / TILE_WIDTH));
    return subtree(hashes, first % TILE_WIDTH, width, inTile);
  };
}

const slice = (hashes: Buffer, from: number, count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) =>
    hashes.subarray((from + at) * HASH_BYTES, (from + at + 1) * HASH_BYTES),
  );

function subtree(hashes: Buffer, first: number, width: number, level: number): Buffer {
  if (hashes.length < (first + width) * HASH_BYTES) throw new RangeError('a tile is shorter than the tree');
  return nodesOf(slice(hashes, first, width))(level, 0) as Buffer;
}

/** Adds leaves to a tree of `size`; answers the tiles that changed, each whole. */
export async function addLeaves(size: number, leaves: readonly Buffer[], read: TileReader): Promise<Tile[]> {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0, count = size; added.length > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const full: Buffer[] = [];
    let index = Math.floor(count / TILE_WIDTH);
    let hashes = count % TILE_WIDTH === 0 ? Buffer.alloc(0) : await read(level, index);
    for (let at = 0; at < added.length; index += 1) {
      const room = TILE_WIDTH - hashes.length / HASH_BYTES;
      hashes = Buffer.concat([hashes, ...added.slice(at, at + room)]);
      at += room;
      changed.push({ level, index, hashes });
      if (hashes.length === TILE_WIDTH * HASH_BYTES) full.push(subtree(hashes, 0, TILE_WIDTH, TILE_LEVELS));
      hashes = Buffer.alloc(0);
    }
    added = full;
  }
  return changed;
}
