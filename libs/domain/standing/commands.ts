import { z } from 'zod';
import { FAULT_KINDS, GRAVITIES } from '../accountability-review/events';
import type { CommandOf } from '../decider';

const SHORT_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 20_000;

const short = z.string().trim().min(1).max(SHORT_CHARS_MAX);

export const standingCommands = {
  CountFault: z.strictObject({
    pack: short,
    reviewId: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(FAULT_KINDS),
    gravity: z.enum(GRAVITIES),
  }),
  StepDown: z.strictObject({ reasons: z.string().trim().min(1).max(TEXT_CHARS_MAX) }),
} as const;

export type StandingCommand = CommandOf<typeof standingCommands>;
