import { CIPHER_NOW, decrypt, encrypt, packed, unpacked, type CipherVersion } from './cipher';
import { SealBroken } from './errors';
import type { SubjectKeys } from './subject-keys';
import { assertSubject } from './value';

const associated = (cipher: CipherVersion, place: string): string =>
  JSON.stringify([`bytes v${cipher}`, place]);

/** Under the subject's key, bound to the place that they are kept at. Rejects with `SubjectErased`. */
export async function sealBytes(
  keys: SubjectKeys,
  subject: string,
  plain: Buffer,
  place: string,
): Promise<Buffer> {
  assertSubject(subject);
  return packed(encrypt(await keys.forSealing(subject), plain, associated(CIPHER_NOW, place)));
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
  const box = unpacked(sealed);
  const plain = box && decrypt(key, box, associated(box.cipher, place));
  if (!plain) throw new SealBroken(place);
  return plain;
}
