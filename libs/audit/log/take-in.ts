import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { appendBatch } from './append-batch';
import { LogDamaged } from './errors';
import type { RawLog } from './event';
import { readSigned } from './signed';
import { currentEpoch } from './tree';

/** Makes leaves of all events up to a position. Rejects with LogDamaged. */
export async function takeIn(
  pool: Pool,
  raw: RawLog,
  evidence: EvidenceFolder,
  signer: Signer,
  upTo: number,
): Promise<void> {
  const signed = await readSigned(evidence, signer);
  const epoch = await currentEpoch(pool);
  const covered = signed?.origin === epoch?.origin ? (signed?.size ?? 0) : 0;
  if (upTo < covered) throw new LogDamaged('shorter', `the log has ${upTo} events, ${covered} were signed`);
  for (let at = epoch?.size ?? 0; at < upTo;) {
    const { size, events } = await appendBatch(pool, raw, evidence, covered);
    if (events === 0 && size < upTo)
      throw new LogDamaged('shorter', `the log ends at ${size}, ${upTo} were stored`);
    at = size;
  }
}
