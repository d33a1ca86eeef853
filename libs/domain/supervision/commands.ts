import { SUPERVISION_TRIGGERS } from '@huiyin/policy';
import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { successionCommands } from '../succession';
import { day, instant, longText, officeId, packRef, shortText } from '../schemas';

/** An order cites its newest events where there are more. */
export const CITES_MAX = 100;
const REPLY_DAYS_MAX = 365;
/** Of a checklist, those of the pack and those that were added. */
export const ITEMS_MAX = 50;

export const supervisionCommands = {
  OrderSupervision: z.strictObject({
    pack: packRef,
    caseId: z.uuid(),
    office: officeId,
    by: officeId,
    trigger: z.enum(SUPERVISION_TRIGGERS),
    dutyId: shortText.optional(),
    account: shortText.optional(),
    rule: shortText.optional(),
    dueAt: instant.optional(),
    threshold: shortText.optional(),
    occurrence: z.int().min(1).optional(),
    cites: z
      .array(z.int().min(0))
      .max(CITES_MAX)
      .optional()
      .describe('positions in the log that it rests on'),
    reasons: longText.optional().describe('plain: no personal data'),
    replyWithin_days: z.int().min(1).max(REPLY_DAYS_MAX).optional(),
  }),
  AcknowledgeSupervision: z.strictObject({}),
  ReplyToSupervision: z.strictObject({ text: longText }),
  ReturnReply: z.strictObject({
    reasons: longText,
    replyWithin_days: z.int().min(1).max(REPLY_DAYS_MAX).optional(),
  }),
  AddChecklistItem: z.strictObject({ text: longText.describe('plain: no personal data') }),
  TickChecklist: z.strictObject({
    items: z.array(shortText).min(1).max(ITEMS_MAX),
    evidence: longText.describe('how it shows; plain: no personal data'),
  }),
  PlanSiteVisit: z.strictObject({ on: day, announced: z.boolean().default(true) }),
  ReportSiteVisit: z.strictObject({ visit: shortText, text: longText.describe('plain: no personal data') }),
  ListSupervision: z.strictObject({ until: day, reasons: longText }),
  DelistSupervision: z.strictObject({ reasons: longText }),
  CloseSupervision: z.strictObject({ solved: z.boolean().default(true), reasons: longText }),
  ...escalatedCommands,
  ...successionCommands,
} as const;

export type SupervisionCommand = CommandOf<typeof supervisionCommands>;
