import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { signedHandover } from '../note/trust';
import { signNow } from './checkpoints';
import type { RawLog } from './event';
import { keysOf } from './handovers';
import { takeInAll } from './take-in';
import { ensureEpoch } from './tree';

/** The new key has signed for the log before; a key that was given up stays given up. */
export class KeyNotNew extends Error {}

export interface Rotation {
  pool: Pool;
  raw: RawLog;
  evidence: EvidenceFolder;
  from: Signer;
  to: Signer;
}

/**
 * Signs what is stored with both keys; from then on only the new one signs. Once more with the same keys it changes
 * nothing. Rejects with KeyNotNew, and with LogDamaged where nothing may be signed.
 */
export async function rotateKey({ pool, raw, evidence, from, to }: Rotation): Promise<void> {
  if (await isDone(evidence, from, to)) return;
  const before = await keysOf(evidence, from.verifierKey);
  if (before.some(({ key }) => key === to.verifierKey))
    throw new KeyNotNew(`the new key is one that signed before: ${to.verifierKey}`);
  await ensureEpoch(pool, from.name);
  await takeInAll({ pool, raw, evidence, signer: from });
  await signNow(pool, evidence, from, to);
}

async function isDone(evidence: EvidenceFolder, from: Signer, to: Signer): Promise<boolean> {
  const newest = await evidence.readCheckpoint();
  const named = newest === undefined ? undefined : signedHandover(newest)?.named;
  return named?.from === from.verifierKey && named.to === to.verifierKey;
}
