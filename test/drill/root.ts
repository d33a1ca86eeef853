import { nodesOf, openCheckpoint, parseVerifierKey, rootOf, sameHash, toRaw } from '@huiyin/audit';
import { hashOfRecord, recordOf } from '@huiyin/audit/log/leaf';
import { openEventArchive } from '@huiyin/event-store';
import type { Pool } from 'pg';

const PAGE = 1_000;

/** Reads the events as they lie in the database, makes the tree anew, and compares its root with a checkpoint kept elsewhere. */
export async function assertRoot(pool: Pool, note: string, key: string): Promise<number> {
  const checkpoint = openCheckpoint(note, [parseVerifierKey(key)]);
  const archive = await openEventArchive({ db: pool });
  const heads = new Map<string, Buffer>();
  const leaves: Buffer[] = [];
  for (let after = 0; after < checkpoint.size; after += PAGE) {
    const limit = Math.min(PAGE, checkpoint.size - after);
    for (const event of await archive.read({ after, limit })) {
      const leaf = hashOfRecord(recordOf(toRaw(event, event.position), heads.get(event.stream)));
      heads.set(event.stream, leaf);
      leaves.push(leaf);
    }
  }
  if (leaves.length !== checkpoint.size)
    throw new Error(`${leaves.length} events of the ${checkpoint.size} that were signed`);
  if (!sameHash(await rootOf(checkpoint.size, nodesOf(leaves)), checkpoint.root))
    throw new Error(`the root over ${checkpoint.size} events is not the one that was signed`);
  return checkpoint.size;
}
