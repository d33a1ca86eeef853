import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { appendBatch } from './append-batch';
import { LogDamaged } from './errors';
import type { RawLog } from './event';
import { ownLeafOf, recordAt } from './own-leaf';
import { readSigned } from './signed';
import { currentEpoch, type Epoch } from './tree';

export interface TakingIn {
  pool: Pool;
  raw: RawLog;
  evidence: EvidenceFolder;
  signer: Signer;
}

/** Makes leaves of the events up to a position of the store. Rejects with LogDamaged. */
export async function takeIn({ pool, raw, evidence, signer }: TakingIn, upTo: number): Promise<void> {
  const signed = await readSigned(evidence, signer);
  const epoch = await currentEpoch(pool);
  const covered = signed?.origin === epoch?.origin ? (signed?.size ?? 0) : 0;
  for (let at = epoch?.position ?? 0; at < upTo;) {
    const { position, events } = await appendBatch(pool, raw, evidence, covered);
    // Where the store counts none, what it was raised to may be no event's position.
    if (events === 0 && !raw.keepsPositions) return;
    if (events === 0 && position < upTo)
      throw new LogDamaged('shorter', `the log ends at position ${position}, ${upTo} was stored`);
    at = position;
  }
}

/** Makes leaves of all that is stored, and holds the end of the log against what was taken in and signed before. */
export async function takeInAll(log: TakingIn): Promise<void> {
  const { pool, raw, evidence, signer } = log;
  const before = (await currentEpoch(pool))!;
  const signed = await readSigned(evidence, signer);
  const head = await raw.head();
  if (head < before.position)
    throw new LogDamaged(
      'shorter',
      `the log ends at position ${head}, event ${before.size} stood at ${before.position}`,
    );
  await assertLastStands(log, before);
  await takeIn(log, head);
  const { origin, size } = (await currentEpoch(pool))!;
  if (signed?.origin === origin && size < signed.size)
    throw new LogDamaged('shorter', `the log has ${size} events, ${signed.size} were signed`);
}

/** A log that was restored, and has grown since, holds another event at the place of the last leaf, or none. */
export async function assertLastStands(
  { raw, evidence }: Pick<TakingIn, 'raw' | 'evidence'>,
  { epoch, size, position }: Pick<Epoch, 'epoch' | 'size' | 'position'>,
): Promise<void> {
  if (size === 0) return;
  const [last] = await raw.readPositions([position]);
  const leaf = last && (await ownLeafOf(raw, evidence, last, { epoch, size }));
  if (!leaf?.record.equals(await recordAt(evidence, epoch, size)))
    throw new LogDamaged('forked', `at position ${position} stands another event than number ${size}`);
}
