import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId } from '../../schemas';

const caseId = z.uuid();

/** 重复件、并案 */
export const matterCommands = {
  LinkCase: z.strictObject({
    to: caseId,
    as: z
      .enum(['repeat', 'related'])
      .describe('repeat: the same matter came again; related: it belongs beside it'),
    reasons: longText.optional(),
  }),
  MergeCase: z.strictObject({
    lead: caseId.describe('the case that it is handled in from now on'),
    reasons: longText,
  }),
  TellLeadOutcome: z.strictObject({
    text: longText.describe('what came of the lead case, as this petitioner is told; nothing about others'),
    how: z.enum(['written', 'on-the-spot', 'phone', 'message']).default('written'),
  }),
  SplitCase: z.strictObject({ reasons: longText }),
  CountRepeat: z.strictObject({
    case: caseId.describe('the other case of the matter'),
    as: z.enum(['repeat', 'merged']),
    persons: z.int().min(1),
    by: officeId,
  }),
  UncountRepeat: z.strictObject({ case: caseId, by: officeId }),
} as const;

export type MatterCommand = CommandOf<typeof matterCommands>;
