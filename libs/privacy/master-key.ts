import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { decrypt, encrypt, KEY_bytes, NONCE_bytes } from './cipher';

export interface KeyToWrap {
  subject: string;
  key: Buffer;
}

export interface WrappedKey {
  subject: string;
  wrapped: Buffer;
}

/**
 * What a file, Vault transit or a cloud KMS offers. Every method rejects with `KeyServiceUnavailable` when it cannot be
 * reached.
 */
export interface MasterKey {
  /** Where it comes from, for error messages; never the key. */
  readonly source: string;
  /** In the order given. */
  wrap(keys: readonly KeyToWrap[]): Promise<Buffer[]>;
  /** In the order given; undefined where the wrapping was not made by this master key for this subject. */
  unwrap(keys: readonly WrappedKey[]): Promise<(Buffer | undefined)[]>;
  /** A 32-byte key for one purpose, always the same (HKDF or the service's own MAC). */
  derive(purpose: string): Promise<Buffer>;
}

/** Format of a wrapped key: this byte, nonce, ciphertext, tag. */
const WRAPPING_VERSION = 1;

const associated = (subject: string): string => `huiyin subject key v${WRAPPING_VERSION} ${subject}`;

/** A master key held by this process; `bytes` are 32 random bytes. */
export function localMasterKey(bytes: Buffer, source = 'in memory'): MasterKey {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, '', `huiyin ${purpose}`, KEY_bytes));
  const wrapping = createSecretKey(derived('wrapping v1'));
  return {
    source,
    wrap: (keys) => Promise.resolve(keys.map(({ subject, key }) => wrapOne(wrapping, subject, key))),
    unwrap: (keys) => Promise.resolve(keys.map((key) => unwrapOne(wrapping, key))),
    derive: (purpose) => Promise.resolve(derived(purpose)),
  };
}

function wrapOne(wrapping: KeyObject, subject: string, key: Buffer): Buffer {
  const { nonce, body } = encrypt(wrapping, key, associated(subject));
  return Buffer.concat([Buffer.of(WRAPPING_VERSION), nonce, body]);
}

function unwrapOne(wrapping: KeyObject, { subject, wrapped }: WrappedKey): Buffer | undefined {
  if (wrapped[0] !== WRAPPING_VERSION) return undefined;
  const box = { nonce: wrapped.subarray(1, 1 + NONCE_bytes), body: wrapped.subarray(1 + NONCE_bytes) };
  return decrypt(wrapping, box, associated(subject));
}

/** Kept in the database: tells the right master key from a wrong one before anything is written. */
export async function checkValue(masterKey: MasterKey): Promise<Buffer> {
  const key = await masterKey.derive('check v1');
  return createHmac('sha256', key).update('huiyin master key check').digest();
}
