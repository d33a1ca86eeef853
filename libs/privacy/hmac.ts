import { hash } from 'node:crypto';

/** Of SHA-256. */
const BLOCK_bytes = 64;

/**
 * HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes: what `createHmac` gives, by two one-call hashes, since the
 * object that Node makes for an HMAC costs several times as much.
 */
export function hmacSha256(key: Buffer): (text: string) => Buffer {
  if (key.length > BLOCK_bytes) throw new RangeError(`a key has at most ${BLOCK_bytes} bytes`);
  const padded = (pad: number) =>
    Buffer.from(Array.from({ length: BLOCK_bytes }, (_, at) => (key[at] ?? 0) ^ pad));
  const [inner, outer] = [padded(0x36), padded(0x5c)];
  return (text) => sha256(outer, sha256(inner, Buffer.from(text)));
}

const sha256 = (...parts: readonly Buffer[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');
