import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText } from '../../schemas';
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
} as const;

export type UrgentCommand = CommandOf<typeof urgentCommands>;
