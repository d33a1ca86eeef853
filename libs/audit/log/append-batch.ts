import { NotInLog, type ArchivedEvent } from '@huiyin/event-store';
import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import { toRaw, type RawEvent, type RawLog } from './event';
import { LogDamaged } from './errors';
import { hashOfRecord, RECORD_BYTES, recordOf } from './leaf';
import { numberingOf } from './numbering';
import { addLeaves } from './tiles';
import { inTransaction } from './transaction';
import {
  currentEpoch,
  readHeads,
  setSize,
  tileReader,
  writeHeads,
  writeTiles,
  type StreamHead,
} from './tree';

/** Most events in one batch. */
export const BATCH_MAX = 1_000;

export interface Appended {
  /** Where the last leaf's event stands in the store. */
  position: number;
  events: number;
}

/** The next events as leaves: outside first, then the tree, in one transaction. Rejects with LogDamaged. */
export const appendBatch = (
  pool: Pool,
  raw: RawLog,
  evidence: EvidenceFolder,
  /** Leaves that a checkpoint covers: those outside are never written over. */
  signedSize: number,
  limit = BATCH_MAX,
): Promise<Appended> =>
  inTransaction(pool, async (client) => {
    // Holds off a second follower of the same log.
    const { epoch, size, position } = (await currentEpoch(client, true))!;
    const stored = await readNext(raw, { after: position, limit }, size);
    if (stored.length === 0) return { position, events: 0 };
    const events = stored.map((event, index) => toRaw(event, size + index + 1));
    const heads = await readHeads(client, epoch, [...new Set(events.map(({ stream }) => stream))]);
    const { records, changed } = leavesOf(events, heads);
    const bytes = Buffer.concat(records);
    if ((await evidence.countLeaves(epoch)) < size)
      throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
    await assertNotRewritten(evidence, epoch, size, Math.min(size + events.length, signedSize), bytes);
    await evidence.writeLeaves(epoch, size, bytes);
    const positions = stored.map((event) => event.position);
    await numberingOf(raw, evidence).keep(epoch, size, positions);
    const tiles = await addLeaves(size, records.map(hashOfRecord), tileReader(client, epoch));
    await writeTiles(client, epoch, tiles);
    await writeHeads(client, epoch, changed);
    const last = positions.at(-1)!;
    await setSize(client, epoch, { size: size + events.length, position: last });
    return { position: last, events: events.length };
  });

async function readNext(
  raw: RawLog,
  range: { after: number; limit: number },
  size: number,
): Promise<ArchivedEvent[]> {
  const events = await raw.read(range).catch((error: unknown) => {
    if (!(error instanceof NotInLog)) throw error;
    throw new LogDamaged('forked', `event ${size} does not stand at position ${range.after} any more`);
  });
  const gap = raw.keepsPositions
    ? events.findIndex(({ position }, index) => position !== size + index + 1)
    : -1;
  if (gap < 0) return events;
  throw new LogDamaged('gap', `position ${size + gap + 1} is missing: the next is ${events[gap]!.position}`);
}

function leavesOf(
  events: readonly RawEvent[],
  heads: Map<string, StreamHead>,
): { records: Buffer[]; changed: Map<string, StreamHead> } {
  const changed = new Map<string, StreamHead>();
  const records = events.map((event) => {
    const head = changed.get(event.stream) ?? heads.get(event.stream);
    const revision = (head?.revision ?? -1) + 1;
    if (event.revision !== revision)
      throw new LogDamaged(
        'gap',
        `position ${event.position} has revision ${event.revision} of ${event.stream}, not ${revision}`,
      );
    const record = recordOf(event, head?.hash);
    changed.set(event.stream, { revision, hash: hashOfRecord(record) });
    return record;
  });
  return { records, changed };
}

/** What a checkpoint covers stays as it is: a batch that says otherwise is another history. */
async function assertNotRewritten(
  evidence: EvidenceFolder,
  epoch: number,
  from: number,
  to: number,
  records: Buffer,
): Promise<void> {
  let at = from;
  for await (const piece of evidence.readLeaves(epoch, from, to)) {
    for (let offset = 0; offset < piece.length; offset += RECORD_BYTES, at += 1) {
      const start = (at - from) * RECORD_BYTES;
      const same = piece.compare(records, start, start + RECORD_BYTES, offset, offset + RECORD_BYTES) === 0;
      if (!same) throw new LogDamaged('forked', `position ${at + 1} is not the event that was signed`);
    }
  }
}
