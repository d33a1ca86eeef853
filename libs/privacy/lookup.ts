import type { Hmac } from './hmac';

/** What people are found again by. */
export type LookupKind = 'phone' | 'identity-number' | 'email' | 'name';

/** One spelling for each thing, so that the same person gives the same token however the clerk typed it. */
export function normalise(kind: LookupKind, text: string): string {
  const plain = text.normalize('NFKC').trim();
  switch (kind) {
    case 'phone':
      return normalisePhone(plain);
    case 'identity-number':
      return normaliseIdentityNumber(plain);
    case 'email':
      return plain.toLowerCase();
    case 'name':
      return plain.replace(/\s+/g, ' ').toLowerCase();
  }
}

const CHINA_MOBILE = /^1[3-9]\d{9}$/;

/** A Chinese number as dialled at home; any other keeps its + and country code. */
function normalisePhone(text: string): string {
  const dialled = text.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (!dialled.startsWith('+86')) return dialled;
  const home = dialled.slice(3);
  return CHINA_MOBILE.test(home) || home.startsWith('0') ? home : `0${home}`;
}

const FIRST_GENERATION = /^\d{15}$/;

/** GB 11643: a 15-digit number of the first generation becomes the 18-digit one of the same person. */
function normaliseIdentityNumber(text: string): string {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  if (!FIRST_GENERATION.test(compact)) return compact;
  const seventeen = `${compact.slice(0, 6)}19${compact.slice(6)}`;
  return seventeen + checkDigit(seventeen);
}

/** GB 11643, ISO 7064 MOD 11-2. */
function checkDigit(seventeen: string): string {
  const sum = [...seventeen].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return '10X98765432'[sum % 11]!;
}

/** From a keyed HMAC-SHA-256, in base64url: finds, and shows nothing to whoever lacks the key. */
export const lookupToken = (hmac: Hmac, kind: LookupKind, text: string): string =>
  hmac(`${kind}\n${normalise(kind, text)}`, 'base64url');
