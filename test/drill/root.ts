import { hashOfRecord, recordOf } from '@huiyin/audit/log/leaf';
import { nodesOf, openCheckpoint, parseVerifierKey, postgresRawLog, rootOf, sameHash } from '@huiyin/audit';
import type { Pool } from 'pg';

const PAGE = 1_000;

/** Reads the events as they lie in the database, makes the tree anew, and compares its root with a checkpoint kept elsewhere. */
export async function assertRoot(pool: Pool, note: string, key: string): Promise<number> {
  const checkpoint = openCheckpoint(note, [parseVerifierKey(key)]);
  const raw = postgresRawLog(pool);
  const heads = new Map<string, Buffer>();
  const leaves: Buffer[] = [];
  for (let after = 0; after < checkpoint.size; after += PAGE) {
    for (const event of await raw.read({ after, upTo: Math.min(after + PAGE, checkpoint.size) })) {
      const leaf = hashOfRecord(recordOf(event, heads.get(event.stream)));
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
