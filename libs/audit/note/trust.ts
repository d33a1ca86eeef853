import { parseCheckpointText } from './checkpoint';
import { handoverIn, isSameKey, openHandover, type SignedHandover } from './handover';
import type { VerifierKey } from './key';
import { BadNote, parseNote } from './note';

/** What follows from one key that is known: the keys that it was handed on to, or came from. */
export interface Trust {
  keys: readonly VerifierKey[];
  handovers: readonly SignedHandover[];
}

/** A handover is believed when both its keys signed it and one of them is believed. Notes in any order; others are left out. */
export function trustFrom(known: VerifierKey, notes: readonly string[]): Trust {
  const keys = [known];
  const handovers: SignedHandover[] = [];
  const isTrusted = (key: VerifierKey): boolean => keys.some((one) => isSameKey(one, key));
  let waiting = notes.flatMap((note) => signedHandover(note) ?? []);
  for (;;) {
    const believed = waiting.find(({ from, to }) => isTrusted(from) || isTrusted(to));
    if (!believed) return { keys, handovers };
    waiting = waiting.filter((one) => one !== believed);
    handovers.push(believed);
    keys.push(...[believed.from, believed.to].filter((key) => !isTrusted(key)));
  }
}

export function signedHandover(note: string): SignedHandover | undefined {
  try {
    const handover = handoverIn(parseCheckpointText(parseNote(note).text));
    return handover && openHandover(note, handover);
  } catch (error) {
    if (error instanceof BadNote) return undefined;
    throw error;
  }
}
