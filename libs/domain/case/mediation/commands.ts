import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, shortText } from '../../schemas';
import { agreement } from '../agreement/commands';
import { MEDIATIONS } from './events';

/** 调解 */
export const mediationCommands = {
  BeginMediation: z.strictObject({
    kind: z.enum(MEDIATIONS),
    mediator: shortText.describe('the committee, office, court or body that mediates'),
  }),
  EndMediation: z.strictObject({
    text: longText.describe('how it ended'),
    agreement: agreement.optional().describe('what was agreed on; absent: no agreement was reached'),
  }),
} as const;

export type MediationCommand = CommandOf<typeof mediationCommands>;
