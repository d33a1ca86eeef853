import { z } from 'zod';
import type { CommandOf } from '../decider';
import { day, longText, officeId, shortText } from '../schemas';

const item = z.string().regex(/^i[1-9]\d{0,5}$/);

/** 台账 */
export const ledgerCommands = {
  OpenLedger: z.strictObject({ title: shortText, office: officeId.describe('the office that keeps it') }),
  AddItem: z.strictObject({
    text: longText.describe('plain: no personal data'),
    owner: officeId,
    dueOn: day,
    caseId: z.uuid().optional(),
  }),
  ReportItem: z.strictObject({ item, text: longText.describe('what the owner has done') }),
  CancelItem: z.strictObject({ item, evidence: longText.describe('how it shows that it is done') }),
  ReopenItem: z.strictObject({ item, reasons: longText }),
  ArchiveLedger: z.strictObject({ number: shortText }),
} as const;

export type LedgerCommand = CommandOf<typeof ledgerCommands>;
