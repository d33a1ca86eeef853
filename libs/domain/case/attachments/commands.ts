import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { shortText } from '../../schemas';

/** 附件 */
export const attachmentCommands = {
  AttachFile: z.strictObject({
    attachment: z.uuid(),
    name: shortText.optional().describe('sealed before it is stored'),
    type: shortText,
    size_bytes: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} as const;

export type AttachmentCommand = CommandOf<typeof attachmentCommands>;
