import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId, shortText } from '../../schemas';

const CLAIM = /^c[1-9]\d?$/;
const account = shortText.describe('account of an official');
const receiver = officeId
  .optional()
  .describe('who receives the case in place of the petition department, where that one is to stay out of it');

/** 回避 */
export const recusalCommands = {
  AccuseOffice: z.strictObject({ office: officeId, claim: z.string().regex(CLAIM).optional(), receiver }),
  AskRecusal: z.union([
    z.strictObject({ office: officeId, reasons: longText }),
    z.strictObject({ official: account, reasons: longText }),
  ]),
  GrantRecusal: z.strictObject({ reasons: longText, receiver }),
  RefuseRecusal: z.strictObject({ reasons: longText }),
  RecuseStaff: z.strictObject({
    official: account.optional().describe('default: whoever gives the command'),
    reasons: longText,
  }),
} as const;

export type RecusalCommand = CommandOf<typeof recusalCommands>;
