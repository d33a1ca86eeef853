import { isUuid, type Personal, type Sealed } from '@huiyin/kernel';
import { CIPHER_NOW, CIPHERS, decrypt, encrypt, type CipherVersion } from './cipher';
import { NotWritable, SealBroken } from './errors';
import type { SecretKey } from './secret-key';

export type Opened = { status: 'open'; text: string } | { status: 'erased' };

export function assertText({ $personal }: Personal): void {
  if (typeof $personal !== 'string') throw new NotWritable('personal text must be a string');
}

/** A malformed subject would fail the whole batch that it is fetched in. */
export function assertSubject(subject: string): void {
  if (!isUuid(subject)) throw new NotWritable('the subject of what is personal must be a UUID in lower case');
}

export function assertOpenable(value: Sealed): void {
  const { $sealed, subject, field, nonce, text } = value;
  const texts = [subject, field, nonce, text].every((part) => typeof part === 'string');
  if ($sealed !== 'v1' || !texts || !isUuid(subject)) throw new SealBroken(field);
}

/** The names of the ciphers in a sealed value; the first one goes without. */
const NAMES = { 1: undefined, 2: 'chacha20-poly1305' } as const satisfies Record<
  CipherVersion,
  Sealed['cipher']
>;

/** What the ciphertexts of an event are bound to, as JSON: ["v2", stream, id, field], with the cipher's version. */
function placesOf(cipher: CipherVersion, stream: string, id: string): (field: string) => string {
  const event = JSON.stringify([`v${cipher}`, stream, id]).slice(0, -1);
  return (field) => `${event},${JSON.stringify(field)}]`;
}

/** The place of each field in an event that is sealed now. */
export const placesNow = (stream: string, id: string): ((field: string) => string) =>
  placesOf(CIPHER_NOW, stream, id);

export function sealOne(
  key: SecretKey,
  { $personal, subject }: Personal,
  field: string,
  placeOf: (field: string) => string,
): Sealed {
  const { nonce, body } = encrypt(key, $personal, placeOf(field));
  return {
    $sealed: 'v1',
    subject,
    field,
    cipher: NAMES[CIPHER_NOW],
    nonce: nonce.toString('base64'),
    text: body.toString('base64'),
  };
}

/** Throws `SealBroken` for what was altered or moved. */
export function openOne(
  key: SecretKey | 'erased',
  value: Sealed,
  from: { stream: string; id: string },
  field: string,
): Opened {
  if (key === 'erased') return { status: 'erased' };
  const cipher = CIPHERS.find((known) => NAMES[known] === value.cipher);
  if (cipher === undefined) throw new SealBroken(field);
  const box = { cipher, nonce: Buffer.from(value.nonce, 'base64'), body: Buffer.from(value.text, 'base64') };
  const plain = decrypt(key, box, placesOf(cipher, from.stream, from.id)(field));
  if (!plain) throw new SealBroken(field);
  return { status: 'open', text: plain.toString('utf8') };
}
