import { POSTS, type Post } from '@huiyin/policy';
import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId, shortText } from '../../schemas';

const REPORT_DAYS_MAX = 365;
const reportWithin_days = z.int().min(1).max(REPORT_DAYS_MAX).optional();
const instruction = shortText.describe('`i1`, `i2`, …');

/** 批示、签批 */
export const instructionCommands = {
  GiveInstruction: z.strictObject({
    post: z.enum(Object.keys(POSTS) as [Post, ...Post[]]).describe('the post that gave it, never a name'),
    of: officeId.describe('the office whose post it is'),
    to: officeId.describe('the office that owns it and reports back'),
    text: longText.describe('plain: no personal data'),
    reportWithin_days,
  }),
  ReportInstruction: z.strictObject({ instruction, text: longText.describe('plain: no personal data') }),
  ReturnInstruction: z.strictObject({ instruction, reasons: longText, reportWithin_days }),
  CompleteInstruction: z.strictObject({ instruction, reasons: longText }),
} as const;

export type InstructionCommand = CommandOf<typeof instructionCommands>;
