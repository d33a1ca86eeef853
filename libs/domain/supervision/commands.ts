import { z } from 'zod';
import type { CommandOf } from '../decider';
import { TRIGGERS } from './events';

const SHORT_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 20_000;

const short = z.string().trim().min(1).max(SHORT_CHARS_MAX);
const text = z.string().trim().min(1).max(TEXT_CHARS_MAX);

export const supervisionCommands = {
  OrderSupervision: z.strictObject({
    pack: short,
    caseId: z.uuid(),
    office: short,
    by: short,
    trigger: z.enum(TRIGGERS),
    dutyId: short.optional(),
    rule: short.optional(),
    dueAt: short.optional(),
  }),
  ReplyToSupervision: z.strictObject({ text }),
  CloseSupervision: z.strictObject({ solved: z.boolean().default(true), reasons: text }),
  RemindOffice: z.strictObject({ dutyId: short }),
  RecordBreach: z.strictObject({ dutyId: short }),
} as const;

export type SupervisionCommand = CommandOf<typeof supervisionCommands>;
