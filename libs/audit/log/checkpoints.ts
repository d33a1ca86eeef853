import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import { sameHash } from '../merkle/hash';
import { rootOf } from '../merkle/tree';
import { openCheckpoint, signCheckpoint, type Checkpoint } from '../note/checkpoint';
import { parseVerifierKey } from '../note/key';
import type { Signer } from '../note/signer';
import { LogDamaged } from './errors';
import { inTransaction } from './transaction';
import { currentEpoch, nodeReader, type Epoch } from './tree';

export interface SignedCheckpoint extends Checkpoint {
  note: string;
  epoch: number;
}

const EPOCH = /\/epoch-(\d+)$/;

/** The first epoch has the log's own name. */
export const originOf = (name: string, epoch: number): string =>
  epoch === 1 ? name : `${name}/epoch-${epoch}`;
export const epochOf = (name: string, origin: string): number =>
  origin === name ? 1 : Number(EPOCH.exec(origin)?.[1] ?? 0);

/** The newest checkpoint outside, or undefined before the first. Rejects with LogDamaged when it is not ours. */
export async function readSigned(
  evidence: EvidenceFolder,
  signer: Signer,
): Promise<SignedCheckpoint | undefined> {
  const note = await evidence.readCheckpoint();
  if (note === undefined) return undefined;
  try {
    const checkpoint = openCheckpoint(note, [parseVerifierKey(signer.verifierKey)]);
    return { ...checkpoint, note, epoch: epochOf(signer.name, checkpoint.origin) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogDamaged('evidence', `the checkpoint in ${evidence.path} is not one of this key: ${reason}`);
  }
}

/** Signing is one at a time, in every process of the log. */
export const signingLock = "SELECT pg_advisory_xact_lock(hashtextextended('huiyin.audit.sign', 0))";

/**
 * Signs the tree as it stands, if it is the last signed one or has grown from it, and puts it outside the database.
 * Answers the last one again where nothing was added. Rejects with LogDamaged instead of signing a second history.
 */
export const signNow = (pool: Pool, evidence: EvidenceFolder, signer: Signer): Promise<SignedCheckpoint> =>
  inTransaction(pool, async (client) => {
    await client.query(signingLock);
    const last = await readSigned(evidence, signer);
    const epoch = (await currentEpoch(client))!;
    const { size, origin } = epoch;
    const node = nodeReader(client, epoch.epoch);
    if (last) await assertGrownFrom(last, epoch, (at) => rootOf(at, node));
    if (last?.origin === origin && last.size === size) return last;
    if ((await evidence.countLeaves(epoch.epoch)) < size)
      throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
    await evidence.syncLeaves(epoch.epoch);
    const root = await rootOf(size, node);
    const checkpoint = { origin, size, root, extensions: epoch.after ? [epoch.after] : [] };
    const note = signCheckpoint(checkpoint, signer);
    await evidence.writeCheckpoint(note);
    return { ...checkpoint, note, epoch: epoch.epoch };
  });

export const afterLine = ({ origin, size, root }: Checkpoint): string =>
  `after ${origin} ${size} ${root.toString('base64')}`;

export async function assertGrownFrom(
  last: SignedCheckpoint,
  epoch: Epoch,
  rootAt: (size: number) => Promise<Buffer>,
): Promise<void> {
  if (last.origin !== epoch.origin) {
    if (epoch.after === afterLine(last)) return;
    throw new LogDamaged(
      'epoch',
      `the last checkpoint is of ${last.origin}, the database holds ${epoch.origin}`,
    );
  }
  if (epoch.size < last.size)
    throw new LogDamaged('shorter', `the log has ${epoch.size} events, ${last.size} were signed`);
  if (!sameHash(await rootAt(last.size), last.root))
    throw new LogDamaged('forked', `the first ${last.size} events are not those that were signed`);
}
