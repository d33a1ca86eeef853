import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, shortText } from '../../schemas';

const KEPT_years_MAX = 100;

const accepts = z
  .boolean()
  .optional()
  .describe('the petitioner accepts the result: closed and accepted are two things');

/** 回访、归档 */
export const aftercareCommands = {
  RecordCallback: z.strictObject({
    responded: z.boolean().describe('the office got in touch'),
    solved: z.boolean(),
    satisfied: z.boolean(),
    accepts,
  }),
  RecordReturnVisit: z.strictObject({ text: longText.describe('plain: no personal data'), accepts }),
  ArchiveCase: z.strictObject({
    number: shortText.describe('of the file'),
    keepFor_years: z.int().min(1).max(KEPT_years_MAX).default(10),
  }),
} as const;

export type AftercareCommand = CommandOf<typeof aftercareCommands>;
