import type { EventArchive } from '@huiyin/event-store';
import { PLACE_BYTES, type EvidenceFolder } from '../evidence/folder';
import { LogDamaged } from './errors';

/** Which leaf an event is: 1, 2, 3, … in the order of the log. */
export interface Numbering {
  /** The position in the store of a leaf's event; 0 for 0. Rejects with LogDamaged where that was lost. */
  positionOf(epoch: number, number: number): Promise<number>;
  /** Of the event at a position; undefined where none of the leaves 1 to `size` has it. */
  numberOf(epoch: number, position: number, size: number): Promise<number | undefined>;
  /** The numbers of events as they stand now, ascending; who has come between pushes the later ones up. */
  numbersOf(epoch: number, positions: readonly number[], size: number): Promise<number[]>;
  /** Remembers where the leaves after `size` stand. */
  keep(epoch: number, size: number, positions: readonly number[]): Promise<void>;
}

export const numberingOf = (
  { keepsPositions }: Pick<EventArchive, 'keepsPositions'>,
  evidence: EvidenceFolder,
): Numbering => (keepsPositions ? countedByStore : countedHere(evidence));

/** Positions are the numbers: nothing is kept. */
const countedByStore: Numbering = {
  positionOf: async (_epoch, number) => number,
  numberOf: async (_epoch, position, size) => (position >= 1 && position <= size ? position : undefined),
  numbersOf: async (_epoch, positions) => [...positions],
  keep: async () => undefined,
};

/** Positions are places in the server's log: the follower counts, and keeps what it counted beside the leaves. */
function countedHere(evidence: EvidenceFolder): Numbering {
  const missing = (number: number): LogDamaged =>
    new LogDamaged('evidence', `the place of leaf ${number} is missing in ${evidence.path}`);

  const positionOf = async (epoch: number, number: number): Promise<number> => {
    if (number === 0) return 0;
    for await (const piece of evidence.places(epoch).read(number - 1, number)) {
      // A file that was lost and begun again is empty before its first place.
      const position = Number(piece.readBigUInt64BE());
      if (position > 0) return position;
    }
    throw missing(number);
  };

  /** How many of the leaves stand before a position, and whether one stands at it. */
  const rankOf = async (epoch: number, position: number, size: number) => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await positionOf(epoch, middle + 1)) < position) low = middle + 1;
      else high = middle;
    }
    return { before: low, there: low < size && (await positionOf(epoch, low + 1)) === position };
  };

  return {
    positionOf,
    async numberOf(epoch, position, size) {
      const { before, there } = await rankOf(epoch, position, size);
      return there ? before + 1 : undefined;
    },
    async numbersOf(epoch, positions, size) {
      const numbers: number[] = [];
      let between = 0;
      for (const position of positions) {
        const { before, there } = await rankOf(epoch, position, size);
        numbers.push(before + 1 + between);
        if (!there) between += 1;
      }
      return numbers;
    },
    async keep(epoch, size, positions) {
      const places = evidence.places(epoch);
      if ((await places.count()) < size) throw missing(size);
      const bytes = Buffer.alloc(positions.length * PLACE_BYTES);
      positions.forEach((position, at) => void bytes.writeBigUInt64BE(BigInt(position), at * PLACE_BYTES));
      await places.write(size, bytes);
    },
  };
}
