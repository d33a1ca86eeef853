import type { WrappedKey } from './master-key';

export type StoredKey = { status: 'kept'; wrapped: Buffer } | { status: 'destroyed' };

/** Where wrapped keys are kept. Every method rejects with `KeyServiceUnavailable` when it cannot be reached. */
export interface KeyStore {
  /**
   * Keeps a key for each subject that has neither key nor tombstone, and answers what is kept for each of them now:
   * one key per subject, whoever came first. `check`: of the master key that wrapped them; where another one is in force
   * by now nothing is kept, and subjects without a key are not in the answer.
   */
  mint(keys: readonly WrappedKey[], check?: Buffer): Promise<Map<string, StoredKey>>;
  /** Subjects without key and tombstone are not in the answer. */
  find(subjects: readonly string[]): Promise<Map<string, StoredKey>>;
  /** Leaves a tombstone, also for a subject that had no key; true when there was a key to destroy. */
  destroy(subject: string): Promise<boolean>;
  /** Keeps the check value of the master key if there is none yet; answers the one that is kept. */
  masterKeyCheck(value: Buffer): Promise<Buffer>;
  /** Derived keys that outlived the master key that they are of: purpose → wrapped. */
  derived(): Promise<ReadonlyMap<string, Buffer>>;
}
