import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId } from '../../schemas';
import { CALLS, MARKS } from './events';

const HELP_DAYS_MAX = 90;

/** 协办与吹哨报到 */
export const helpersCommands = {
  CallHelp: z.strictObject({
    helper: officeId,
    how: z.enum(CALLS).default('helper'),
    task: longText,
    within_workingDays: z.int().min(1).max(HELP_DAYS_MAX).optional(),
  }),
  GiveHelp: z.strictObject({ helper: officeId, text: longText }),
  AssessHelp: z.strictObject({ helper: officeId, mark: z.enum(MARKS), reasons: longText }),
} as const;

export type HelpersCommand = CommandOf<typeof helpersCommands>;
