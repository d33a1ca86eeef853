import { openCheckpoint, type Checkpoint } from './checkpoint';
import { BadKey, ED25519, parseVerifierKey, type VerifierKey } from './key';
import { BadNote, openNote } from './note';

/** The word of the checkpoint's line that says it: `rotated <old verifier key> <new verifier key>`. */
const WORD = 'rotated';

/** Verifier keys (C2SP) of one log: from this checkpoint on it is `to` that signs. */
export interface Handover {
  from: string;
  to: string;
}

/** A handover that both keys signed: who trusts one of them can trust the other, `from` up to this size only. */
export interface SignedHandover {
  note: string;
  /** The keys as the checkpoint names them. */
  named: Handover;
  from: VerifierKey;
  to: VerifierKey;
  checkpoint: Checkpoint;
}

export const handoverLine = ({ from, to }: Handover): string => `${WORD} ${from} ${to}`;

/** What a checkpoint hands over, if it does. */
export function handoverIn({ extensions }: Pick<Checkpoint, 'extensions'>): Handover | undefined {
  for (const line of extensions) {
    const [word, from, to, ...more] = line.split(' ');
    if (word === WORD && from && to && more.length === 0) return { from, to };
  }
  return undefined;
}

/** Undefined for a note that hands nothing over, or that one of the two keys has not signed. */
export function openHandover(note: string, named: Handover): SignedHandover | undefined {
  try {
    const [from, to] = [parseVerifierKey(named.from), parseVerifierKey(named.to)];
    const ofOneLog = from.name === to.name && from.type === ED25519 && to.type === ED25519;
    if (!ofOneLog || openNote(note, [from, to]).verified.length < 2) return undefined;
    return { note, named, from, to, checkpoint: openCheckpoint(note, [to]) };
  } catch (error) {
    if (error instanceof BadKey || error instanceof BadNote) return undefined;
    throw error;
  }
}

export const isSameKey = (a: VerifierKey, b: VerifierKey): boolean => a.name === b.name && a.id === b.id;
