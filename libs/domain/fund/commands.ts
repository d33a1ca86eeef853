import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { longText, officeId, packRef, shortText } from '../schemas';
import { successionCommands } from '../succession';

const AMOUNT_yuan_MAX = 10_000_000_000;

const amount = z.int().min(1).max(AMOUNT_yuan_MAX);
const request = z.string().regex(/^r[1-9]\d{0,6}$/);

/** 信访救助专项资金 */
export const fundCommands = {
  OpenFund: z.strictObject({
    pack: packRef.default('xinfang-2022'),
    name: shortText,
    office: officeId,
    budget_yuan: amount,
  }),
  TopUpFund: z.strictObject({ amount_yuan: amount }),
  RequestRelief: z.strictObject({
    caseId: z.uuid(),
    by: officeId.describe('the office that asks for it'),
    amount_yuan: amount,
    reasons: longText.describe('plain: no personal data'),
  }),
  ApproveRelief: z.strictObject({
    request,
    approvedBy: shortText.describe('the post of whoever approved it'),
    amount_yuan: amount.optional().describe('default: what was asked for'),
  }),
  RefuseRelief: z.strictObject({ request, reasons: longText }),
  PayRelief: z.strictObject({ request, receipt: shortText.describe('number of the receipt') }),
  ...successionCommands,
  ...escalatedCommands,
} as const;

export type FundCommand = CommandOf<typeof fundCommands>;
