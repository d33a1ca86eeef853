import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { sha256 } from '../merkle/hash';
import { fromBase64 } from './base64';

/** C2SP signed-note signature types that this program can check. */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;
export const ML_DSA_44_COSIGNATURE = 0x06;
export type KeyType = typeof ED25519 | typeof COSIGNATURE | typeof ML_DSA_44_COSIGNATURE;

export interface VerifierKey {
  name: string;
  /** 32 bits. */
  id: number;
  type: KeyType;
  /** Whether the key made this signature of the message. */
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/** A verifier key that is none; the message says what is wrong. */
export class BadKey extends Error {}

const ED25519_BYTES = 32;
const ML_DSA_44_BYTES = 1312;
/** SubjectPublicKeyInfo up to the key itself (RFC 8410, RFC 9881). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const ML_DSA_44_SPKI = Buffer.from('30820532300b060960864801650304031103820521 00'.replace(' ', ''), 'hex');
const NAME = /^[^\p{White_Space}+]+$/u;

/** Not empty, no Unicode spaces, no plus, no broken UTF-16. */
export const isKeyName = (name: string): boolean => NAME.test(name) && name.isWellFormed();

/** The first 32 bits of SHA-256(name, newline, type and key). */
export const keyId = (name: string, typeAndKey: Uint8Array): number =>
  sha256(name, '\n', typeAndKey).readUInt32BE(0);

export const hexId = (id: number): string => id.toString(16).padStart(8, '0');

export const formatVerifierKey = (name: string, type: KeyType, key: Uint8Array): string => {
  const typeAndKey = Buffer.concat([Buffer.from([type]), key]);
  return `${name}+${hexId(keyId(name, typeAndKey))}+${typeAndKey.toString('base64')}`;
};

/** Reads `name+id in hex+base64 of type and key`. Throws BadKey. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', hex = '', encoded = ''] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(text) ?? [];
  if (!isKeyName(name) || !/^[0-9a-fA-F]{8}$/.test(hex))
    throw new BadKey('it is not name+id+key (C2SP signed-note)');
  const bytes = fromBase64(encoded);
  if (!bytes || bytes.length === 0) throw new BadKey(`the key of ${name} is not base64`);
  const id = Number.parseInt(hex, 16);
  if (keyId(name, bytes) !== id) throw new BadKey(`the id ${hex} does not belong to the key of ${name}`);
  const { type, key } = readKey(name, bytes);
  return { name, id, type, verify: (message, signature) => verifySafely(key, message, signature) };
}

function readKey(name: string, bytes: Buffer): { type: KeyType; key: KeyObject } {
  const type = bytes[0];
  const raw = bytes.subarray(1);
  switch (type) {
    case ED25519:
    case COSIGNATURE:
      return { type, key: spki(name, ED25519_SPKI, raw, ED25519_BYTES) };
    case ML_DSA_44_COSIGNATURE:
      return { type, key: spki(name, ML_DSA_44_SPKI, raw, ML_DSA_44_BYTES) };
    default:
      throw new BadKey(`the key of ${name} is of the unknown type ${type}`);
  }
}

function spki(name: string, prefix: Buffer, raw: Buffer, bytes: number): KeyObject {
  if (raw.length !== bytes) throw new BadKey(`the key of ${name} has ${raw.length} bytes, not ${bytes}`);
  try {
    return createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
  } catch {
    throw new BadKey(`the key of ${name} is no public key`);
  }
}

/** A point that is not on the curve is no signature's key: false, not an error. */
function verifySafely(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
}
