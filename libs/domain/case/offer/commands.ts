import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId } from '../../schemas';

/** 协商受理: offices agree among themselves who handles a case, or say that they do not. */
export const offerCommands = {
  OfferHandling: z.strictObject({
    to: officeId.describe('the office that is asked to handle it'),
    reasons: longText.describe('plain: no personal data'),
  }),
  TakeHandling: z.strictObject({}),
  DeclineHandling: z.strictObject({ reasons: longText }),
  ReferDispute: z.strictObject({}).describe('after the other office declined: to the common superior'),
} as const;

export type OfferCommand = CommandOf<typeof offerCommands>;
