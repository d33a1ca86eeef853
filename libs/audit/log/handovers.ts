import type { EvidenceFolder } from '../evidence/folder';
import { hexId } from '../note/key';
import { signedHandover } from '../note/trust';

/** A key that signs, or has signed, for the log. */
export interface SigningKey {
  /** `name+id+key` (C2SP). */
  key: string;
  /** The checkpoint by which it took over from the key before; the first key has none. */
  tookOver?: string;
}

export async function keepHandover(evidence: EvidenceFolder, note: string): Promise<void> {
  const signed = signedHandover(note);
  if (signed) await evidence.writeHandover(hexId(signed.to.id), note);
}

/** The keys that led to this one, oldest first; `current` (a verifier key) last. */
export async function keysOf(evidence: EvidenceFolder, current: string): Promise<SigningKey[]> {
  const handovers = (await evidence.readHandovers()).flatMap((note) => signedHandover(note) ?? []);
  const keys: SigningKey[] = [{ key: current }];
  while (keys.length <= handovers.length) {
    const newest = keys[0]!;
    const handover = handovers.find(({ named }) => named.to === newest.key);
    if (!handover) break;
    newest.tookOver = handover.note;
    keys.unshift({ key: handover.named.from });
  }
  return keys;
}
