import { createCipheriv } from 'node:crypto';
import { createRequire } from 'node:module';

/** ChaCha20-Poly1305 (RFC 8439): the ciphertext, then the tag of 16 bytes. */
export type Encrypt = (key: Buffer, nonce: Buffer, plain: Buffer, associated: Buffer) => Buffer;

export const TAG_bytes = 16;

/** Node's own, which makes an object for every text. */
export const byNode: Encrypt = (key, nonce, plain, associated) => {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_bytes });
  cipher.setAAD(associated, { plaintextLength: plain.length });
  const head = cipher.update(plain);
  // A stream cipher: the last step adds no bytes, it only computes the tag.
  cipher.final();
  return Buffer.concat([head, cipher.getAuthTag()]);
};

/** What is used of sodium-native, which tells no types. */
interface Sodium {
  crypto_aead_chacha20poly1305_ietf_encrypt(
    body: Buffer,
    plain: Buffer,
    associated: Buffer,
    unused: null,
    nonce: Buffer,
    key: Buffer,
  ): number;
}

const sodiumOf =
  (sodium: Sodium): Encrypt =>
  (key, nonce, plain, associated) => {
    const body = Buffer.allocUnsafe(plain.length + TAG_bytes);
    sodium.crypto_aead_chacha20poly1305_ietf_encrypt(body, plain, associated, null, nonce, key);
    return body;
  };

/** libsodium's, in one call; undefined on a system that its binding was not built for. */
export const bySodium: Encrypt | undefined = loaded();

function loaded(): Encrypt | undefined {
  try {
    return sodiumOf(createRequire(__filename)('sodium-native') as Sodium);
  } catch {
    return undefined;
  }
}
