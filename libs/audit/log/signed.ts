import { hexId, openCheckpoint, parseVerifierKey, type Checkpoint, type Signer } from '../note';
import { handoverIn, isSameKey } from '../note/handover';
import { signedHandover } from '../note/trust';
import type { EvidenceFolder } from '../evidence/folder';
import { LogDamaged } from './errors';

export interface SignedCheckpoint extends Checkpoint {
  note: string;
  epoch: number;
}

const EPOCH = /\/epoch-(\d+)$/;

/** The first epoch has the log's own name. */
export const originOf = (name: string, epoch: number): string =>
  epoch === 1 ? name : `${name}/epoch-${epoch}`;
export const epochOf = (name: string, origin: string): number =>
  origin === name ? 1 : Number(EPOCH.exec(origin)?.[1] ?? 0);

/** The newest checkpoint outside, or undefined before the first. Rejects with LogDamaged when it is not this key's. */
export async function readSigned(
  evidence: EvidenceFolder,
  signer: Signer,
): Promise<SignedCheckpoint | undefined> {
  const note = await evidence.readCheckpoint();
  if (note === undefined) return undefined;
  const own = parseVerifierKey(signer.verifierKey);
  let checkpoint: Checkpoint;
  try {
    checkpoint = openCheckpoint(note, [own]);
  } catch (error) {
    await assertNotReplaced(evidence, signer, []);
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogDamaged('evidence', `the checkpoint in ${evidence.path} is not one of this key: ${reason}`);
  }
  // Both keys have signed it, and only one of them may go on.
  if (handoverIn(checkpoint)) await assertNotReplaced(evidence, signer, [note]);
  return { ...checkpoint, note, epoch: epochOf(signer.name, checkpoint.origin) };
}

async function assertNotReplaced(
  evidence: EvidenceFolder,
  signer: Signer,
  more: readonly string[],
): Promise<void> {
  const own = parseVerifierKey(signer.verifierKey);
  const handovers = [...more, ...(await evidence.readHandovers())].map(signedHandover);
  const replaced = handovers.find((one) => one && isSameKey(one.from, own));
  if (!replaced) return;
  const ids = [own.id, replaced.to.id].map(hexId);
  throw new LogDamaged(
    'key',
    `the signing key ${ids[0]} was replaced by ${ids[1]}: put that key's file in its place`,
  );
}
