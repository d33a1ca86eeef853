import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId, shortText } from '../../schemas';
import { claimOutcome, CLAIMS_MAX } from '../spine/commands';
import { REVIEW_OUTCOMES } from './events';

const request = z.strictObject({
  to: officeId.optional().describe('the next level above; default: the superior in the directory'),
  reasons: longText.optional().describe("the petitioner's own words; sealed before they are stored"),
});

const decision = z.strictObject({
  outcome: z.enum(REVIEW_OUTCOMES),
  text: longText,
  basis: longText.describe('the legal basis'),
  outcomes: z
    .array(claimOutcome)
    .min(1)
    .max(CLAIMS_MAX)
    .optional()
    .describe('with `change`: the claims on which the opinion is changed'),
});

/** 复查、复核、三级终结 */
export const petitionReviewCommands = {
  AskReview: request,
  DecideReview: decision,
  AskReReview: request,
  DecideReReview: decision,
  IssueFinalPaper: z.strictObject({ number: shortText, text: longText }),
} as const;

export type PetitionReviewCommand = CommandOf<typeof petitionReviewCommands>;
