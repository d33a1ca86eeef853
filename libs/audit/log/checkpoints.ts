import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import { sameHash } from '../merkle/hash';
import { rootOf } from '../merkle/tree';
import { signCheckpoint, type Checkpoint } from '../note/checkpoint';
import { handoverIn, handoverLine } from '../note/handover';
import type { Signer } from '../note/signer';
import { LogDamaged } from './errors';
import { keepHandover } from './handovers';
import { readSigned, type SignedCheckpoint } from './signed';
import { inTransaction } from './transaction';
import { currentEpoch, nodeReader, type Epoch } from './tree';

/** Signing is one at a time, in every process of the log. */
export const signingLock = "SELECT pg_advisory_xact_lock(hashtextextended('huiyin.audit.sign', 0))";

/**
 * Signs the tree as it stands, if it is the last signed one or has grown from it, and puts it outside the database.
 * Answers the last one again where nothing was added. Rejects with LogDamaged instead of signing a second history.
 */
export const signNow = (
  pool: Pool,
  evidence: EvidenceFolder,
  signer: Signer,
  /** Takes over from `signer` with this checkpoint, which both sign. */
  successor?: Signer,
): Promise<SignedCheckpoint> =>
  inTransaction(pool, async (client) => {
    await client.query(signingLock);
    const last = await readSigned(evidence, signer);
    const epoch = (await currentEpoch(client))!;
    const { size, origin } = epoch;
    const node = nodeReader(client, epoch.epoch);
    if (last) await assertGrownFrom(last, epoch, (at) => rootOf(at, node));
    // What is about to be replaced is all that says so, if whoever wrote it was cut off there.
    if (last && handoverIn(last)) await keepHandover(evidence, last.note);
    if (!successor && last?.origin === origin && last.size === size) return last;
    if ((await evidence.countLeaves(epoch.epoch)) < size)
      throw new LogDamaged('evidence', `leaves are missing in ${evidence.path}`);
    await evidence.syncLeaves(epoch.epoch);
    const root = await rootOf(size, node);
    const extensions = epoch.after ? [epoch.after] : [];
    if (successor) extensions.push(handoverLine({ from: signer.verifierKey, to: successor.verifierKey }));
    const checkpoint = { origin, size, root, extensions };
    const note = signCheckpoint(checkpoint, signer, ...(successor ? [successor] : []));
    await evidence.writeCheckpoint(note);
    if (successor) await keepHandover(evidence, note);
    return { ...checkpoint, note, epoch: epoch.epoch };
  });

/** Adds what witnesses signed meanwhile, unless another checkpoint has taken the place of this one. */
export const addCosignatures = (
  pool: Pool,
  evidence: EvidenceFolder,
  checkpoint: SignedCheckpoint,
  cosigned: string,
): Promise<void> =>
  inTransaction(pool, async (client) => {
    if (cosigned === checkpoint.note) return;
    await client.query(signingLock);
    if ((await evidence.readCheckpoint()) === checkpoint.note) await evidence.writeCheckpoint(cosigned);
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
