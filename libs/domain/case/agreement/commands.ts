import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { day, longText, shortText } from '../../schemas';

const INSTALMENTS_MAX = 60;
const AMOUNT_yuan_MAX = 1_000_000_000;

/** What was agreed on, stage by stage. */
export const agreement = z.strictObject({
  text: longText.describe('plain: no personal data'),
  instalments: z
    .array(
      z.strictObject({
        what: longText,
        dueOn: day,
        amount_yuan: z.number().positive().max(AMOUNT_yuan_MAX).optional(),
      }),
    )
    .min(1)
    .max(INSTALMENTS_MAX)
    .describe('what is promised, each by its own day'),
});

/** 协议·分期履行 */
export const agreementCommands = {
  MakeAgreement: agreement,
  KeepInstalment: z.strictObject({
    instalment: shortText,
    text: longText.describe('what was done, and how it shows'),
  }),
} as const;

export type AgreementForm = z.output<typeof agreement>;
export type AgreementCommand = CommandOf<typeof agreementCommands>;
