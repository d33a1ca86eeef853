import { sameHash } from '../merkle/hash';
import { compactTree } from '../bundle/compact';
import type { EvidenceFolder } from '../evidence/folder';
import { LogDamaged } from './errors';
import type { RawEvent, RawLog } from './event';
import { hashOfRecord, RECORD_BYTES, recordOf } from './leaf';
import type { SignedCheckpoint } from './signed';

/** Events read at a time. */
const PAGE = 1_000;
/** Streams whose last leaf is remembered; of others it is looked up again. */
const STREAMS_MAX = 100_000;

/** The first event that is not the one whose leaf lies outside. */
export interface Difference {
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
  const previousOf = rememberLeaves(raw, evidence, epoch);
  let found: Difference | undefined;
  for (let after = 0; after < size; after += PAGE) {
    const upTo = Math.min(size, after + PAGE);
    const records = await recordsOf(evidence, epoch, after, upTo);
    for (const record of records) tree.add(hashOfRecord(record));
    // The rest of the leaves still has to lead to the root.
    if (found) continue;
    const events = new Map((await raw.read({ after, upTo })).map((event) => [event.position, event]));
    for (let position = after + 1; position <= upTo && !found; position += 1) {
      const record = records[position - after - 1]!;
      const event = events.get(position);
      if (!event || !recordOf(event, await previousOf(event)).equals(record)) found = { position, event };
      else previousOf.remember(event, record);
    }
    onProgress(upTo);
  }
  if (!sameHash(tree.root(), root))
    throw new LogDamaged('evidence', `the leaves in ${evidence.path} are not those that were signed`);
  return found;
}

/** Holds the streams of events at these positions against the leaves outside, until the time is over. */
export async function sampleDifference(
  { raw, evidence, checkpoint: { epoch, size } }: Compared,
  positions: readonly number[],
  until_ms: number,
): Promise<{ events: number; found?: Difference }> {
  const seen = new Set<string>();
  let events = 0;
  for (const position of positions) {
    if (Date.now() >= until_ms) break;
    const [chosen] = await raw.readPositions([position]);
    if (!chosen) return { events, found: { position, event: undefined } };
    if (seen.has(chosen.stream)) continue;
    seen.add(chosen.stream);
    let previous: Buffer | undefined;
    for (const event of await raw.readStream(chosen.stream)) {
      if (event.position > size) break;
      const [record] = await recordsOf(evidence, epoch, event.position - 1, event.position);
      events += 1;
      if (!recordOf(event, previous).equals(record!))
        return { events, found: { position: event.position, event } };
      previous = hashOfRecord(record!);
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
function rememberLeaves(raw: RawLog, evidence: EvidenceFolder, epoch: number) {
  const leaves = new Map<string, Buffer>();
  const previousOf = async (event: RawEvent): Promise<Buffer | undefined> => {
    const known = leaves.get(event.stream);
    if (known || event.revision === 0) return known;
    const stream = await raw.readStream(event.stream);
    const before = stream.find(({ revision }) => revision === event.revision - 1);
    if (!before) return undefined;
    const [record] = await recordsOf(evidence, epoch, before.position - 1, before.position);
    return hashOfRecord(record!);
  };
  const remember = ({ stream }: RawEvent, record: Buffer): void => {
    leaves.delete(stream);
    leaves.set(stream, hashOfRecord(record));
    if (leaves.size > STREAMS_MAX) leaves.delete(leaves.keys().next().value!);
  };
  return Object.assign(previousOf, { remember });
}
