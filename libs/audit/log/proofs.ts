import type { ArchivedEvent } from '@huiyin/event-store';
import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import { consistencyProof, inclusionProof, rootOf } from '../merkle/tree';
import type { SignedCheckpoint } from './signed';
import { contentHash, toRaw, type RawEvent, type RawLog } from './event';
import { LogDamaged } from './errors';
import { hashOfRecord } from './leaf';
import { ownLeafOf } from './own-leaf';
import { nodeReader } from './tree';

/** Hashes in hex, as `huiyin audit-vector` reads them. */
export interface InclusionProof {
  kind: 'inclusion';
  /** In the store, as `Huiyin-Position` tells it. */
  position: number;
  /** Of the leaf, from 0 on. */
  index: number;
  size: number;
  leafHash: string;
  proof: string[];
  root: string;
}

export interface ConsistencyProof {
  kind: 'consistency';
  size1: number;
  root1: string;
  size2: number;
  root2: string;
  proof: string[];
}

/** What an accepted command can be redeemed for: its events, each proved to be in the signed log. */
export interface Receipt {
  commandId: string;
  checkpoint: string;
  key: string;
  events: (Pick<RawEvent, 'id' | 'stream' | 'revision'> &
    InclusionProof & { contentHash: string; previousLeafHash: string })[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Throws RangeError for what is not in the tree. */
export async function proveInclusion(
  pool: Pool,
  epoch: number,
  { position, number, size }: { position: number; number: number; size: number },
): Promise<InclusionProof> {
  const node = nodeReader(pool, epoch);
  const index = number - 1;
  const proof = await inclusionProof(index, size, node);
  const leaf = await node(0, index);
  const root = await rootOf(size, node);
  return {
    kind: 'inclusion',
    position,
    index,
    size,
    leafHash: hex(leaf),
    proof: proof.map(hex),
    root: hex(root),
  };
}

export async function proveConsistency(
  pool: Pool,
  epoch: number,
  size1: number,
  size2: number,
): Promise<ConsistencyProof> {
  const node = nodeReader(pool, epoch);
  const proof = await consistencyProof(size1, size2, node);
  const [root1, root2] = [await rootOf(size1, node), await rootOf(size2, node)];
  return { kind: 'consistency', size1, root1: hex(root1), size2, root2: hex(root2), proof: proof.map(hex) };
}

export async function receiptEvents(
  pool: Pool,
  raw: RawLog,
  evidence: EvidenceFolder,
  events: readonly ArchivedEvent[],
  { epoch, size }: SignedCheckpoint,
): Promise<Receipt['events']> {
  const proved: Receipt['events'] = [];
  for (const event of events) {
    const { id, stream, revision, position } = event;
    const { number, record, previous } = await ownLeafOf(raw, evidence, event, { epoch, size });
    const proof = await proveInclusion(pool, epoch, { position, number, size });
    if (proof.leafHash !== hex(hashOfRecord(record)))
      throw new LogDamaged('forked', `position ${position} is not the event that was signed`);
    const contents = hex(contentHash(toRaw(event, number)));
    const hashes = { contentHash: contents, previousLeafHash: previous ? hex(previous) : '' };
    proved.push({ id, stream, revision, ...proof, ...hashes });
  }
  return proved;
}
