import { inReach, readable } from '@huiyin/kernel';
import { z } from 'zod';

/* What the forms of all commands are made of. */

const SHORT_CHARS_MAX = 200;
const LONG_CHARS_MAX = 20_000;
const PUBLIC_CHARS_MAX = 4_000;
const PAGE_ADDRESS_CHARS_MAX = 2_000;

/** NUL and halves of surrogate pairs: no database keeps them as text, and no view could be written with them. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
const text = (chars_max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(chars_max)
    .refine(...readable)
    .refine(isStorable, 'must be Unicode without NUL and without lone surrogates');

/** A name, an id, a code: 1–200 characters. */
export const shortText = text(SHORT_CHARS_MAX);
/** A letter, an opinion, reasons: 1–20,000 characters. */
export const longText = text(LONG_CHARS_MAX);
/** What is said in public, as Open311 bounds it: 1–4,000 characters. */
export const publicText = text(PUBLIC_CHARS_MAX);
export const officeId = shortText.describe('id of an office in the directory');
export const packRef = shortText.describe('policy pack: `id`, or `id@version`');
/** With any offset; kept in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine(...inReach)
  .transform((given) => new Date(given).toISOString());
/** A local day, `2026-05-01`. */
export const day = z.iso.date().refine(...inReach);
export const email = z.email().max(SHORT_CHARS_MAX);
export const webAddress = z.url({ protocol: /^https?$/ }).max(PAGE_ADDRESS_CHARS_MAX);
