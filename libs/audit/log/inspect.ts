import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { assertGrownFrom } from './checkpoints';
import { LogDamaged } from './errors';
import type { RawLog } from './event';
import { rootOf } from '../merkle/tree';
import { readSigned } from './signed';
import { assertLastStands } from './take-in';
import { currentEpoch, nodeReader, type Epoch } from './tree';

/** Most events behind the tree that are counted. */
const WAITING_MAX = 10_000;

export interface AuditInspection {
  /** Events in the store, in the tree, and under the newest checkpoint. */
  stored: number;
  size: number;
  signed: number;
  damage?: string;
}

/** How the log of proofs stands, without taking in, signing or repairing anything. */
export async function inspectAudit(
  pool: Pool,
  raw: RawLog,
  evidence: EvidenceFolder,
  signer: Signer,
): Promise<AuditInspection> {
  const head = await raw.head();
  const epoch = await currentEpoch(pool);
  const stored = await countStored(raw, epoch, head);
  const found = { stored, size: epoch?.size ?? 0, signed: 0 };
  try {
    const signed = await readSigned(evidence, signer);
    if (!signed) return found;
    found.signed = signed.size;
    if (stored < signed.size || (epoch && head < epoch.position))
      throw new LogDamaged('shorter', `the log has ${stored} events, ${signed.size} were signed`);
    if ((await evidence.countLeaves(signed.epoch)) < signed.size)
      throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
    const node = nodeReader(pool, signed.epoch);
    if (epoch) await assertGrownFrom(signed, epoch, (at) => rootOf(at, node));
    if (epoch) await assertLastStands({ raw, evidence }, epoch);
    return found;
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return { ...found, damage: error.message };
  }
}

/** Where the store does not count them itself: those in the tree, and those behind it, at most so many of them. */
async function countStored(raw: RawLog, epoch: Epoch | undefined, head: number): Promise<number> {
  if (raw.keepsPositions) return head;
  const { size, position } = epoch ?? { size: 0, position: 0 };
  if (head < position) return 0;
  return size + (await raw.read({ after: position, limit: WAITING_MAX }).catch(() => [])).length;
}
