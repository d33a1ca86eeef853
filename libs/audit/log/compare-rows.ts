import { RecentMap } from '@huiyin/kernel';
import { sameHash } from '../merkle/hash';
import { compactTree } from '../bundle/compact';
import type { EvidenceFolder } from '../evidence/folder';
import { LogDamaged } from './errors';
import { toRaw, type RawEvent, type RawLog } from './event';
import { hashOfRecord, RECORD_BYTES, recordOf } from './leaf';
import { numberingOf } from './numbering';
import { recordAt } from './own-leaf';
import type { SignedCheckpoint } from './signed';
import { standingEvents } from './standing';

/** Events read at a time. */
const PAGE = 1_000;
/** Most streams whose last leaf is remembered; of others it is looked up again. */
const STREAMS_MAX = 100_000;

/** The first event that is not the one whose leaf lies outside. */
export interface Difference {
  /** Its number in the log; on PostgreSQL its position. */
  position: number;
  /** What stands there now; undefined for nothing. */
  event: Pick<RawEvent, 'stream' | 'revision'> | undefined;
}

export interface Compared {
  raw: RawLog;
  evidence: EvidenceFolder;
  /** The newest one outside. */
  checkpoint: SignedCheckpoint;
}

/**
 * Makes the leaf of every stored event anew, up to the checkpoint, and holds it against the leaves outside, and these
 * against the signed root. Streams: memory does not grow with the log. Rejects with LogDamaged where the leaves are not
 * what was signed.
 */
export async function firstDifference(
  { raw, evidence, checkpoint: { epoch, size, root } }: Compared,
  onProgress: (at: number) => void = () => undefined,
): Promise<Difference | undefined> {
  const tree = compactTree();
  const previousOf = rememberLeaves(raw, evidence, { epoch, size });
  const stored = standingEvents(raw, size);
  let next = await stored.next();
  let found: Difference | undefined;
  for (let after = 0; after < size; after += PAGE) {
    const upTo = Math.min(size, after + PAGE);
    const records = await recordsOf(evidence, epoch, after, upTo);
    for (const record of records) tree.add(hashOfRecord(record));
    // The rest of the leaves still has to lead to the root.
    if (found) continue;
    for (let position = after + 1; position <= upTo && !found; position += 1) {
      const record = records[position - after - 1]!;
      const event = next.done || next.value.position > position ? undefined : next.value;
      next = event ? await stored.next() : next;
      if (!event || !recordOf(event, await previousOf(event)).equals(record)) found = { position, event };
      else previousOf.remember(event, record);
    }
    onProgress(upTo);
  }
  if (!sameHash(tree.root(), root))
    throw new LogDamaged('evidence', `the leaves in ${evidence.path} are not those that were signed`);
  return found;
}

/** Holds the streams of the events of these numbers against the leaves outside, until the time is over. */
export async function sampleDifference(
  { raw, evidence, checkpoint: { epoch, size } }: Compared,
  numbers: readonly number[],
  until_ms: number,
): Promise<{ events: number; found?: Difference }> {
  const seen = new Set<string>();
  let events = 0;
  const numbering = numberingOf(raw, evidence);
  for (const picked of numbers) {
    if (Date.now() >= until_ms) break;
    const [chosen] = await raw.readPositions([await numbering.positionOf(epoch, picked)]);
    if (!chosen) return { events, found: { position: picked, event: undefined } };
    if (seen.has(chosen.stream)) continue;
    seen.add(chosen.stream);
    let previous: Buffer | undefined;
    const stream = await raw.readStream(chosen.stream);
    const places = stream.map(({ position }) => position);
    for (const [index, position] of (await numbering.numbersOf(epoch, places, size)).entries()) {
      if (position > size) break;
      const event = toRaw(stream[index]!, position);
      const record = await recordAt(evidence, epoch, position);
      events += 1;
      if (!recordOf(event, previous).equals(record)) return { events, found: { position, event } };
      previous = hashOfRecord(record);
    }
  }
  return { events };
}

async function recordsOf(
  evidence: EvidenceFolder,
  epoch: number,
  from: number,
  to: number,
): Promise<Buffer[]> {
  const records: Buffer[] = [];
  for await (const piece of evidence.readLeaves(epoch, from, to))
    for (let at = 0; at < piece.length; at += RECORD_BYTES)
      records.push(piece.subarray(at, at + RECORD_BYTES));
  if (records.length < to - from) throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
  return records;
}

/** The hash of the stream's leaf before an event; the streams met last are remembered. */
function rememberLeaves(
  raw: RawLog,
  evidence: EvidenceFolder,
  { epoch, size }: Pick<SignedCheckpoint, 'epoch' | 'size'>,
) {
  const leaves = new RecentMap<Buffer>(STREAMS_MAX);
  const previousOf = async (event: RawEvent): Promise<Buffer | undefined> => {
    const known = leaves.get(event.stream);
    if (known || event.revision === 0) return known;
    const stream = await raw.readStream(event.stream);
    const before = stream.find(({ revision }) => revision === event.revision - 1);
    const number = before && (await numberingOf(raw, evidence).numberOf(epoch, before.position, size));
    if (number === undefined) return undefined;
    return hashOfRecord(await recordAt(evidence, epoch, number));
  };
  const remember = ({ stream }: RawEvent, record: Buffer): void => leaves.set(stream, hashOfRecord(record));
  return Object.assign(previousOf, { remember });
}
