import { z } from 'zod';
import { finding } from '../accountability-review/commands';
import type { CommandOf } from '../decider';
import { longText, packRef } from '../schemas';

export const standingCommands = {
  CountFault: z.strictObject({
    pack: packRef,
    reviewId: z.uuid(),
    caseId: z.uuid(),
    finding: finding.describe('as the review confirmed it'),
  }),
  StepDown: z.strictObject({ reasons: longText }),
} as const;

export type StandingCommand = CommandOf<typeof standingCommands>;
