import { z } from 'zod';
import { FAULT_KINDS, GRAVITIES } from '../accountability-review/events';
import type { CommandOf } from '../decider';
import { longText, packRef } from '../schemas';

export const standingCommands = {
  CountFault: z.strictObject({
    pack: packRef,
    reviewId: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(FAULT_KINDS),
    gravity: z.enum(GRAVITIES),
  }),
  StepDown: z.strictObject({ reasons: longText }),
} as const;

export type StandingCommand = CommandOf<typeof standingCommands>;
