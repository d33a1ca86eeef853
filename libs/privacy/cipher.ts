import { unreachable } from '@huiyin/kernel';
import { createDecipheriv, randomBytes } from 'node:crypto';
import { byNode, bySodium, TAG_bytes } from './chacha';
import type { SecretKey } from './secret-key';

export const KEY_bytes = 32;
const NONCE_bytes = 12;

/** 1 is AES-256-GCM (NIST SP 800-38D), 2 is ChaCha20-Poly1305 (RFC 8439). */
export const CIPHERS = [1, 2] as const;
export type CipherVersion = (typeof CIPHERS)[number];
/** What is sealed from now on. */
export const CIPHER_NOW = 2 satisfies CipherVersion;

export interface Box {
  cipher: CipherVersion;
  nonce: Buffer;
  /** Ciphertext, then the tag. */
  body: Buffer;
}

const DRAWN_AT_ONCE = 256;

/** Random values of one size, drawn many at a time: one draw from the system costs more than an encryption. */
function drawing(size: number): () => Buffer {
  let drawn = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === drawn.length) [drawn, used] = [randomBytes(DRAWN_AT_ONCE * size), 0];
    return drawn.subarray(used, (used += size));
  };
}

/** Each is used once. */
const newNonce = drawing(NONCE_bytes);
export const newKey = drawing(KEY_bytes);

const seal = bySodium ?? byNode;

/** Under a fresh random nonce. */
export function encrypt(key: SecretKey, plain: string | Buffer, associated: string): Box {
  const nonce = newNonce();
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain;
  return { cipher: CIPHER_NOW, nonce, body: seal(key.reveal(), nonce, bytes, Buffer.from(associated)) };
}

/** Undefined when the key, the nonce, the body or the associated data is not what was encrypted. */
export function decrypt(
  key: SecretKey,
  { cipher, nonce, body }: Box,
  associated: string,
): Buffer | undefined {
  if (nonce.length !== NONCE_bytes || body.length < TAG_bytes) return undefined;
  const text = body.subarray(0, body.length - TAG_bytes);
  const decipher = decipherOf(cipher, key.reveal(), nonce);
  decipher.setAAD(Buffer.from(associated), { plaintextLength: text.length });
  decipher.setAuthTag(body.subarray(text.length));
  const plain = decipher.update(text);
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}

function decipherOf(cipher: CipherVersion, key: Buffer, nonce: Buffer) {
  const options = { authTagLength: TAG_bytes };
  switch (cipher) {
    case 1:
      return createDecipheriv('aes-256-gcm', key, nonce, options);
    case 2:
      return createDecipheriv('chacha20-poly1305', key, nonce, options);
    default:
      return unreachable(cipher);
  }
}

/** One byte for the cipher, then the nonce, then the body. */
export const packed = ({ cipher, nonce, body }: Box): Buffer =>
  Buffer.concat([Buffer.of(cipher), nonce, body]);

/** Undefined for what no cipher known here has closed. */
export function unpacked(bytes: Buffer): Box | undefined {
  const cipher = CIPHERS.find((known) => known === bytes[0]);
  if (cipher === undefined) return undefined;
  return { cipher, nonce: bytes.subarray(1, 1 + NONCE_bytes), body: bytes.subarray(1 + NONCE_bytes) };
}
