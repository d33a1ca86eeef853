import { newKey } from './cipher';
import { localMasterKey } from './master-key';
import { memoryKeyStore } from './memory-key-store';
import { createPrivacy, type Privacy } from './privacy';

/** For specs: a fresh master key, keys in memory. */
export const inMemoryPrivacy = (): Promise<Privacy> =>
  createPrivacy({ masterKey: localMasterKey(newKey()), keyStore: memoryKeyStore() });
