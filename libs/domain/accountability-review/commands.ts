import { z } from 'zod';
import type { CommandOf } from '../decider';
import { FAULT_KINDS, GRAVITIES } from './events';

const SHORT_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 20_000;
const EVIDENCE_ENTRIES_MAX = 10_000;

const short = z.string().trim().min(1).max(SHORT_CHARS_MAX);
const text = z.string().trim().min(1).max(TEXT_CHARS_MAX);
const entries = <T extends z.ZodType>(entry: T) => z.array(entry).max(EVIDENCE_ENTRIES_MAX);

const evidence = z.strictObject({
  timeline: entries(z.strictObject({ position: z.int(), type: short, occurredAt: short, office: short })),
  holders: entries(z.strictObject({ office: short, from: short, until: short.optional() })),
  duty: z.strictObject({
    id: short,
    rule: short,
    owner: short,
    startedAt: short,
    dueAt: short,
    endedAt: short.optional(),
  }),
  explanation: z.strictObject({ zh: text, en: text }),
});

const finding = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('fault'),
    kind: z.enum(FAULT_KINDS),
    gravity: z.enum(GRAVITIES),
    reasons: text,
  }),
  z.strictObject({ outcome: z.literal('no-fault'), reasons: text }),
]);

export const reviewCommands = {
  OpenReview: z.strictObject({
    pack: short,
    caseId: z.uuid(),
    office: short.describe('the office under review'),
    by: short.describe('the office that reviews'),
    dutyId: short.optional(),
    rule: short.optional(),
    reasons: text,
    evidence: evidence.optional(),
  }),
  StateSide: z.strictObject({ text }),
  ProposeFinding: z.strictObject({}),
  ConfirmFinding: z.strictObject({ finding }),
  CloseReview: z.strictObject({ measures: text }),
  RemindOffice: z.strictObject({ dutyId: short }),
  RecordBreach: z.strictObject({ dutyId: short }),
} as const;

export type ReviewCommand = CommandOf<typeof reviewCommands>;
