import { isSealed, loadOrCreateMasterKeyFile, WrongMasterKey, type MasterKey } from '@huiyin/privacy';
import { existsSync } from 'node:fs';
import type { Pool } from 'pg';

/**
 * The master key of an installation, made where nothing is sealed yet. A key made anew for a database that was sealed
 * under another would lie in the place where the right one belongs. Rejects with WrongMasterKey and MasterKeyFileUnusable.
 */
export async function masterKeyOf(pool: Pool, file: string): Promise<MasterKey> {
  // Looked for once more: another app may have made it, and sealed by it, in between.
  if (!existsSync(file) && (await isSealed(pool)) && !existsSync(file))
    throw new WrongMasterKey(`${file}, which is not there`);
  return loadOrCreateMasterKeyFile(file);
}
