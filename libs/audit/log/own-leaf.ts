import type { ArchivedEvent } from '@huiyin/event-store';
import type { EvidenceFolder } from '../evidence/folder';
import { LogDamaged } from './errors';
import { toRaw, type RawLog } from './event';
import { hashOfRecord, recordOf } from './leaf';
import { numberingOf } from './numbering';

/** The leaf that an event must have, made anew from what is stored and from the leaf before it in its stream. */
export interface OwnLeaf {
  number: number;
  record: Buffer;
  /** Hash of the stream's leaf before; undefined for its first. */
  previous: Buffer | undefined;
}

/** Rejects with LogDamaged where its stream is not as it was taken in. */
export async function ownLeafOf(
  raw: RawLog,
  evidence: EvidenceFolder,
  event: ArchivedEvent,
  { epoch, size }: { epoch: number; size: number },
): Promise<OwnLeaf> {
  const numbering = numberingOf(raw, evidence);
  const before = (await raw.readStream(event.stream)).find(({ revision }) => revision === event.revision - 1);
  const [number, numberBefore] = [
    await numbering.numberOf(epoch, event.position, size),
    before && (await numbering.numberOf(epoch, before.position, size)),
  ];
  if (number === undefined || (before && numberBefore === undefined))
    throw new LogDamaged('forked', `position ${event.position} is not one that was signed`);
  const previous =
    numberBefore === undefined ? undefined : hashOfRecord(await recordAt(evidence, epoch, numberBefore));
  return { number, record: recordOf(toRaw(event, number), previous), previous };
}

/** The leaf outside. */
export async function recordAt(evidence: EvidenceFolder, epoch: number, number: number): Promise<Buffer> {
  for await (const record of evidence.readLeaves(epoch, number - 1, number)) return record;
  throw new LogDamaged('evidence', `the leaf of event ${number} is missing in ${evidence.path}`);
}
