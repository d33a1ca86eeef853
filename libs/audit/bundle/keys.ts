import { parseCheckpointText, type Checkpoint } from '../note/checkpoint';
import { isSameKey, type SignedHandover } from '../note/handover';
import { BadKey, ED25519, hexId, parseVerifierKey, type VerifierKey } from '../note/key';
import { BadNote, openNote, parseNote } from '../note/note';
import type { Trust } from '../note/trust';
import { BadBundle, VERIFY_EXIT } from './format';

/** `own`: the key is the one that the bundle brings. Throws BadBundle. */
export function keyOf(text: string, own: boolean): VerifierKey {
  const exit = own ? VERIFY_EXIT.wrongKey : VERIFY_EXIT.usage;
  try {
    const key = parseVerifierKey(text.trim());
    if (key.type === ED25519) return key;
  } catch (error) {
    if (!(error instanceof BadKey)) throw error;
  }
  throw new BadBundle(exit, `${own ? 'the key of the bundle' : 'the key given'} is not a log's verifier key`);
}

export interface ReadCheckpoint extends Checkpoint {
  /** Trusted keys that signed it. */
  by: readonly VerifierKey[];
}

/** A checkpoint that a trusted key signed. Throws BadBundle. */
export function readCheckpoint(note: string, { keys }: Trust, where: string): ReadCheckpoint {
  try {
    const { signatures } = parseNote(note);
    if (!signatures.some(({ name, id }) => keys.some((key) => name === key.name && id === key.id)))
      throw new BadBundle(
        VERIFY_EXIT.wrongKey,
        `the checkpoint of ${where} is not signed by ${keys[0]!.name}'s key`,
      );
    const { text, verified } = openNote(note, keys);
    return { ...parseCheckpointText(text), by: verified.map(({ key }) => key) };
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw new BadBundle(VERIFY_EXIT.badCheckpoint, `the checkpoint of ${where} is corrupted`);
  }
}

/** What a key signs after it was handed over is not the log's. Throws BadBundle. */
export function assertInForce({ origin, size, by }: ReadCheckpoint, { handovers }: Trust): void {
  const isLate = ({ checkpoint }: SignedHandover): boolean =>
    checkpoint.origin !== origin || checkpoint.size < size;
  const late = by.map((key) => handovers.find((one) => isSameKey(one.from, key) && isLate(one)));
  const first = late[0];
  if (!first || late.includes(undefined)) return;
  const [from, to] = [first.from, first.to].map(({ id }) => hexId(id));
  throw new BadBundle(
    VERIFY_EXIT.wrongKey,
    `the key ${from} was replaced by ${to} at ${first.checkpoint.size} events: what it signed later does not count`,
  );
}
