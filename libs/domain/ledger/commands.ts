import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { day, longText, officeId, packRef, shortText } from '../schemas';
import { successionCommands } from '../succession';

const item = z.string().regex(/^i[1-9]\d{0,5}$/);

/** 台账 */
export const ledgerCommands = {
  OpenLedger: z.strictObject({
    pack: packRef.default('xinfang-2022'),
    title: shortText,
    office: officeId.describe('the office that keeps it'),
  }),
  AddItem: z.strictObject({
    text: longText.describe('plain: no personal data'),
    owner: officeId,
    dueOn: day,
    caseId: z.uuid().optional(),
  }),
  ReportItem: z.strictObject({ item, text: longText.describe('what the owner has done') }),
  CancelItem: z.strictObject({ item, evidence: longText.describe('how it shows that it is done') }),
  ReopenItem: z.strictObject({
    item,
    reasons: longText,
    dueOn: day.optional().describe('default: the day that it had'),
  }),
  ArchiveLedger: z.strictObject({ number: shortText }),
  ...successionCommands,
  ...escalatedCommands,
} as const;

export type LedgerCommand = CommandOf<typeof ledgerCommands>;
