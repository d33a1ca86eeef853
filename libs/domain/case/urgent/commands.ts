import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, officeId } from '../../schemas';
import { GRADES, RECIPIENTS } from './events';

/** 重大、紧急信访事项 */
export const urgentCommands = {
  FindUrgency: z.strictObject({
    grade: z.enum(GRADES),
    reasons: longText.describe('plain: no personal data'),
  }),
  ReportUrgent: z.strictObject({
    recipient: z.enum(RECIPIENTS),
    text: longText.describe('what was reported; plain: no personal data'),
  }),
  ReportUp: z.strictObject({
    from: officeId.describe('the office that reports to the one above it'),
    text: longText.describe('what was reported; plain: no personal data'),
  }),
  AcknowledgeReport: z.strictObject({ from: officeId.describe('the office whose report has come') }),
  FollowUpUrgency: z.strictObject({
    by: officeId,
    text: longText.describe('what has happened since; plain: no personal data'),
  }),
} as const;

export type UrgentCommand = CommandOf<typeof urgentCommands>;
