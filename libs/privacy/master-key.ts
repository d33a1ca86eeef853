import { hkdfSync } from 'node:crypto';
import { CIPHER_NOW, decrypt, encrypt, KEY_bytes, packed, unpacked, type CipherVersion } from './cipher';
import { hmacSha256 } from './hmac';
import { SecretKey } from './secret-key';

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

const associated = (cipher: CipherVersion, subject: string): string =>
  `huiyin subject key v${cipher} ${subject}`;

/** A master key held by this process; `bytes` are 32 random bytes. */
export function localMasterKey(bytes: Buffer, source = 'in memory'): MasterKey {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, '', `huiyin ${purpose}`, KEY_bytes));
  const wrapping = new SecretKey(derived('wrapping v1'));
  return {
    source,
    wrap: (keys) => Promise.resolve(keys.map(({ subject, key }) => wrapOne(wrapping, subject, key))),
    unwrap: (keys) => Promise.resolve(keys.map((key) => unwrapOne(wrapping, key))),
    derive: (purpose) => Promise.resolve(derived(purpose)),
  };
}

function wrapOne(wrapping: SecretKey, subject: string, key: Buffer): Buffer {
  return packed(encrypt(wrapping, key, associated(CIPHER_NOW, subject)));
}

function unwrapOne(wrapping: SecretKey, { subject, wrapped }: WrappedKey): Buffer | undefined {
  const box = unpacked(wrapped);
  return box && decrypt(wrapping, box, associated(box.cipher, subject));
}

/** Kept in the database: tells the right master key from a wrong one before anything is written. */
export async function checkValue(masterKey: MasterKey): Promise<Buffer> {
  const key = await masterKey.derive('check v1');
  return Buffer.from(hmacSha256(key)('huiyin master key check', 'binary'), 'binary');
}
