import { hash, randomBytes } from 'node:crypto';

function format(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

function stamp(bytes: Uint8Array, version: number): Uint8Array {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes;
}

const POOL_IDS = 256;
let pool = Buffer.alloc(0);

/** 16 random bytes; drawn in bulk, since each draw costs more than an id. */
function random16(): Buffer {
  if (pool.length === 0) pool = randomBytes(16 * POOL_IDS);
  const bytes = pool.subarray(0, 16);
  pool = pool.subarray(16);
  return bytes;
}

/** RFC 9562 UUID version 7: the first 48 bits are the time in ms, so that ids sort by when they were made. */
export function uuidv7(now: Date): string {
  const bytes = random16();
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return format(stamp(bytes, 7));
}

/** A version 7 UUID whose other bits come from the parts: the same time and parts always give the same id. */
export function deterministicUuidv7(now: Date, ...parts: readonly (string | number)[]): string {
  const bytes = hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, 16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  return format(stamp(bytes, 7));
}

/** RFC 9562 UUID version 8 over SHA-256 of the parts: the same parts always give the same id. */
export function deterministicId(...parts: readonly (string | number)[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer');
  return format(stamp(digest.subarray(0, 16), 8));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
