import { hash } from 'node:crypto';

/** Of SHA-256. */
const BLOCK_bytes = 64;

/** `binary` has one letter for each byte. */
export type Hmac = (text: string, encoding: 'binary' | 'base64url') => string;

/**
 * HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes: what `createHmac` gives, by two one-call hashes, since the
 * object that Node makes for an HMAC costs several times as much; and so does a Buffer that it hands out.
 */
export function hmacSha256(key: Buffer): Hmac {
  if (key.length > BLOCK_bytes) throw new RangeError(`a key has at most ${BLOCK_bytes} bytes`);
  const padded = (pad: number) =>
    Buffer.from(Array.from({ length: BLOCK_bytes }, (_, at) => (key[at] ?? 0) ^ pad));
  const [inner, outer] = [padded(0x36), padded(0x5c)];
  return (text, encoding) => {
    const digest = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'binary');
    return hash('sha256', Buffer.concat([outer, Buffer.from(digest, 'binary')]), encoding);
  };
}
