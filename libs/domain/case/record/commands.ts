import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { longText, shortText } from '../../schemas';

const ENTRIES_READ_MAX = 1_000;

const entry = z.int().min(0).describe('revision of the event in the file of the case');
const dispute = z
  .string()
  .regex(/^d[1-9]\d{0,3}$/)
  .describe('as the dispute was numbered: d1, d2, …');

/** 记录异议与更正 */
export const recordCommands = {
  DisputeRecord: z.strictObject({
    entry,
    field: shortText.optional().describe("of the event's data"),
    from: z.enum(['petitioner', 'office']).default('petitioner'),
    says: longText.describe("the petitioner's words are sealed before they are stored"),
  }),
  CorrectRecord: z.strictObject({
    entry,
    field: shortText.describe("of the event's data"),
    value: z.union([z.number(), longText]),
    reasons: longText,
    dispute: dispute.optional(),
  }),
  ReissueQueryCode: z.strictObject({
    checked: shortText.describe('how the identity was checked: by which kind of paper; no names, no numbers'),
  }),
  ReadPersonal: z.strictObject({
    entries: z
      .array(entry)
      .min(1)
      .max(ENTRIES_READ_MAX)
      .optional()
      .describe('revisions of the events in the file of the case; default: all'),
    reasons: longText.describe('what they are read for; plain: no personal data'),
  }),
  RejectDispute: z.strictObject({ dispute, reasons: longText }),
  StrikeRegistration: z.strictObject({ dispute, reasons: longText }),
} as const;

export type RecordCommand = CommandOf<typeof recordCommands>;
