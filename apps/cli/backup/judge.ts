import { MasterKeyMissing } from '@huiyin/backup';
import { createPrivacy, loadOrCreateMasterKeyFile, memoryKeyStore } from '@huiyin/privacy';
import { existsSync } from 'node:fs';

/** PostgreSQL's text of bytes. */
const bytesOf = (text: string): Buffer => Buffer.from(text.replace(/^\\x/, ''), 'hex');

/** The backup's keys are wrapped by the master key in this file, or it rejects: MasterKeyMissing, WrongMasterKey. */
export async function judgeMasterKey(file: string, check: string | null | undefined): Promise<void> {
  if (check === undefined || check === null) return;
  // A new one would open nothing.
  if (!existsSync(file)) throw new MasterKeyMissing(file);
  const keyStore = memoryKeyStore();
  await keyStore.masterKeyCheck(bytesOf(check));
  await createPrivacy({ masterKey: await loadOrCreateMasterKeyFile(file), keyStore });
}
