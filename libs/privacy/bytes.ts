import { isUuid } from '@huiyin/kernel';
import { decrypt, encrypt, NONCE_bytes } from './cipher';
import { NotWritable, SealBroken } from './errors';
import type { SubjectKeys } from './subject-keys';

/** Format of sealed bytes: this byte, nonce, ciphertext, tag. */
const SEALING_VERSION = 1;

const associated = (place: string): string => JSON.stringify([`bytes v${SEALING_VERSION}`, place]);

/** AES-256-GCM under the subject's key, bound to the place that they are kept at. Rejects with `SubjectErased`. */
export async function sealBytes(
  keys: SubjectKeys,
  subject: string,
  plain: Buffer,
  place: string,
): Promise<Buffer> {
  if (!isUuid(subject)) throw new NotWritable('the subject of personal bytes must be a UUID in lower case');
  const { nonce, body } = encrypt(await keys.forSealing(subject), plain, associated(place));
  return Buffer.concat([Buffer.of(SEALING_VERSION), nonce, body]);
}

/** Rejects with `SealBroken` for what was altered or moved, `SubjectKeyMissing` for a key that was lost. */
export async function openBytes(
  keys: SubjectKeys,
  subject: string,
  sealed: Buffer,
  place: string,
): Promise<Buffer | 'erased'> {
  const key = await keys.forOpening(subject);
  if (key === 'erased') return 'erased';
  const box = { nonce: sealed.subarray(1, 1 + NONCE_bytes), body: sealed.subarray(1 + NONCE_bytes) };
  const plain = sealed[0] === SEALING_VERSION ? decrypt(key, box, associated(place)) : undefined;
  if (!plain) throw new SealBroken(place);
  return plain;
}
