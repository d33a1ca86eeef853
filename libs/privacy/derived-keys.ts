import { WrongMasterKey } from './errors';
import type { KeyStore } from './key-store';
import type { MasterKey } from './master-key';

/**
 * What is derived from the master key and must outlive it: codes and look-up tokens made under one must be found under
 * the next. A new purpose is one line here.
 */
export const DERIVED = {
  lookUp: 'look-up v1',
  queryCode: 'query code v1',
  queryCodeLookUp: 'query code look-up v1',
} as const;

/** What a derived key is wrapped as, in place of a subject. */
export const derivedSubject = (purpose: string): string => `derived ${purpose}`;

/** The master key, with the derived keys that were kept when it replaced another. Rejects with `WrongMasterKey`. */
export async function withKeptDerivations(masterKey: MasterKey, keyStore: KeyStore): Promise<MasterKey> {
  const kept = [...(await keyStore.derived())];
  const keys = await masterKey.unwrap(
    kept.map(([purpose, wrapped]) => ({ subject: derivedSubject(purpose), wrapped })),
  );
  if (keys.includes(undefined)) throw new WrongMasterKey(masterKey.source);
  const byPurpose = new Map(kept.map(([purpose], index) => [purpose, keys[index]!]));
  return {
    source: masterKey.source,
    wrap: (fresh) => masterKey.wrap(fresh),
    unwrap: (wrapped) => masterKey.unwrap(wrapped),
    derive: async (purpose) => byPurpose.get(purpose) ?? masterKey.derive(purpose),
  };
}
