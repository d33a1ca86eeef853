import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { email, publicText, shortText, webAddress } from '../../schemas';

/** 补充说明 */
export const messageCommands = {
  AddMessage: z.strictObject({
    text: publicText.describe('public: no personal data'),
    mediaUrl: webAddress.optional(),
    saidStatus: shortText.optional().describe("what the sender takes the request's status to be"),
    sender: z
      .strictObject({
        name: shortText.optional(),
        email: email.optional(),
        phone: shortText.optional(),
        accountId: shortText.optional(),
      })
      .optional()
      .describe('sealed before it is stored'),
  }),
} as const;

export type MessageCommand = CommandOf<typeof messageCommands>;
