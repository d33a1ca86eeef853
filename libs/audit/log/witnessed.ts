import type { Log } from '@huiyin/kernel';
import type { NodeReader } from '../merkle/tree';
import { cosign, type WitnessAddress } from '../witness/client';
import type { SignedCheckpoint } from './signed';

/** Asks every witness; one that is away or refuses is logged, and the checkpoint stands without it. */
export function createWitnessing(witnesses: readonly WitnessAddress[], log: Log) {
  const seen = new Map<string, number>();
  return async (checkpoint: SignedCheckpoint, node: NodeReader): Promise<string> => {
    let { note } = checkpoint;
    for (const witness of witnesses) {
      try {
        note = await cosign(witness, checkpoint, note, node, seen.get(witness.url));
        seen.set(witness.url, checkpoint.size);
      } catch (error) {
        log.warn(
          { witness: witness.url },
          `audit: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return note;
  };
}
