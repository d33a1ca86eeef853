import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { instant, longText, officeId, packRef, shortText } from '../schemas';
import { TRIGGERS } from './events';

export const supervisionCommands = {
  OrderSupervision: z.strictObject({
    pack: packRef,
    caseId: z.uuid(),
    office: officeId,
    by: officeId,
    trigger: z.enum(TRIGGERS),
    dutyId: shortText.optional(),
    rule: shortText.optional(),
    dueAt: instant.optional(),
  }),
  ReplyToSupervision: z.strictObject({ text: longText }),
  CloseSupervision: z.strictObject({ solved: z.boolean().default(true), reasons: longText }),
  ...escalatedCommands,
} as const;

export type SupervisionCommand = CommandOf<typeof supervisionCommands>;
