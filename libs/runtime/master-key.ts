import {
  inspectKeys,
  loadOrCreateMasterKeyFile,
  localMasterKey,
  WrongMasterKey,
  type MasterKey,
} from '@huiyin/privacy';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Pool } from 'pg';

const KEY_bytes = 32;

/**
 * The master key of an installation, made where nothing is sealed yet. A key made anew for a database that was sealed
 * under another would lie in the place where the right one belongs. Rejects with WrongMasterKey and MasterKeyFileUnusable.
 */
export async function masterKeyOf(pool: Pool, file: string): Promise<MasterKey> {
  if (!existsSync(file) && (await isSealed(pool)) && !existsSync(file))
    throw new WrongMasterKey(`${file}, which is not there`);
  return loadOrCreateMasterKeyFile(file);
}

/** Whoever sealed first, made the file before. */
async function isSealed(pool: Pool): Promise<boolean> {
  const none = localMasterKey(randomBytes(KEY_bytes));
  return (await inspectKeys(pool, none)).state !== 'fresh';
}
