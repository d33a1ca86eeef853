import { readable } from '@huiyin/kernel';
import { z } from 'zod';
import { PERIOD_MAX_days } from './deadline';

/* What the schemas of packs and ladders are made of. */

export const LIST_MAX = 50;
const TEXT_CHARS_MAX = 500;

export const readableText = (chars_max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(chars_max)
    .refine(...readable);

export const name = readableText(TEXT_CHARS_MAX);
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and -');
export const text = z.strictObject({ zh: name, en: name });
export const days = z.int().min(1).max(PERIOD_MAX_days);
