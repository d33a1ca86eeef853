import { isReadable } from '@huiyin/kernel';

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const ID_CHARS_MAX = 150;

/** One line of text that can be stored: no control characters, no broken UTF-16, single spaces. */
export const clean = (text: string): string => {
  if (!isReadable(text)) return '';
  return text.toWellFormed().replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();
};

/** At most so many UTF-16 units; what is cut off is marked by `…`. */
export function cut(text: string, chars_max: number): string {
  if (text.length <= chars_max) return text;
  const kept = text.slice(0, chars_max - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

/** A name as an id: letters and digits of any script in lower case, joined by `-`; empty where there are none. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, ID_CHARS_MAX)
    .replace(/-+$/, '');
