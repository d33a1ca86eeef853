import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText } from '../../schemas';
import { claimId } from '../spine/commands';
import { DELIVERIES } from './events';

/** What follows an answer: it is delivered (送达), and what it supports is carried out (落实). */
export const fulfilmentCommands = {
  DeliverAnswer: z.strictObject({ how: z.enum(DELIVERIES).default('written') }),
  CarryOutClaim: z.strictObject({
    claim: claimId,
    text: longText.describe('what was done, and how it shows'),
  }),
} as const;

export type FulfilmentCommand = CommandOf<typeof fulfilmentCommands>;
