import { z } from 'zod';

/* What the forms of all commands are made of. */

const SHORT_CHARS_MAX = 200;
const LONG_CHARS_MAX = 20_000;
const PAGE_ADDRESS_CHARS_MAX = 2_000;

/** A name, an id, a code: 1–200 characters. */
export const shortText = z.string().trim().min(1).max(SHORT_CHARS_MAX);
/** A letter, an opinion, reasons: 1–20,000 characters. */
export const longText = z.string().trim().min(1).max(LONG_CHARS_MAX);
export const officeId = shortText.describe('id of an office in the directory');
export const packRef = shortText.describe('policy pack: `id`, or `id@version`');
/** With any offset; kept in UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform((given) => new Date(given).toISOString());
export const email = z.email().max(SHORT_CHARS_MAX);
export const webAddress = z.url({ protocol: /^https?$/ }).max(PAGE_ADDRESS_CHARS_MAX);
