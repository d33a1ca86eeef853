import { readable } from '@huiyin/kernel';
import { z } from 'zod';

const LONG_CHARS_MAX = 2_000;
const own = z
  .string()
  .trim()
  .min(1)
  .max(LONG_CHARS_MAX)
  .refine(...readable)
  .describe('sealed before it is stored');
const rating = z.enum(['satisfied', 'fairly-satisfied', 'dissatisfied']);

/** What a petitioner may do with a query code: a form of their own, and the command that it becomes. */
export interface PublicAction {
  slug: string;
  summary: string;
  form: z.ZodType<Readonly<Record<string, unknown>>>;
  /** The first that the case takes in its present state is given. */
  commands: readonly string[];
  data(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

export const PUBLIC_ACTIONS: readonly PublicAction[] = [
  {
    slug: 'rating',
    summary: 'Rate the petition department and the handling office, once for each answer',
    form: z.strictObject({ petitionDepartment: rating, handlingOffice: rating, comment: own.optional() }),
    commands: ['RateCase'],
    data: (given) => given,
  },
  {
    slug: 'dispute',
    summary: 'Say that what an entry records is not so',
    form: z.strictObject({ entry: z.int().min(0), says: own }),
    commands: ['DisputeRecord'],
    data: (given) => ({ ...given, from: 'petitioner' }),
  },
  {
    slug: 'review',
    summary: 'Ask the next level above for a review, or for a re-review of that',
    form: z.strictObject({ reasons: own.optional() }),
    commands: ['AskReview', 'AskReReview'],
    data: (given) => given,
  },
];
