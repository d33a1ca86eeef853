import type { Pool } from 'pg';
import type { EvidenceFolder } from '../evidence/folder';
import type { Signer } from '../note/signer';
import { afterLine, signingLock } from './checkpoints';
import { LogDamaged } from './errors';
import { inTransaction } from './transaction';
import { originOf, readSigned } from './signed';
import { currentEpoch, type Epoch } from './tree';

/**
 * After a restore that lost events: starts the tree again over what is there, under a new origin, with a line in every
 * checkpoint that names the last one of before. Nothing that was signed is signed differently.
 */
export const openEpoch = (pool: Pool, evidence: EvidenceFolder, signer: Signer): Promise<Epoch> =>
  inTransaction(pool, async (client) => {
    await client.query(signingLock);
    const last = await readSigned(evidence, signer);
    if (!last) throw new LogDamaged('epoch', `there is no checkpoint in ${evidence.path} to go on from`);
    const stored = await currentEpoch(client, true);
    const epoch = Math.max(last.epoch, stored?.epoch ?? 0) + 1;
    await evidence.writeClosed(last.epoch, last.note);
    await client.query('DELETE FROM audit.tile');
    await client.query('DELETE FROM audit.stream_head');
    await client.query('INSERT INTO audit.epoch (epoch, origin, after) VALUES ($1, $2, $3)', [
      epoch,
      originOf(signer.name, epoch),
      afterLine(last),
    ]);
    return (await currentEpoch(client))!;
  });
