import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { instant, longText, officeId, packRef, shortText } from '../schemas';
import { FAULT_KINDS, GRAVITIES } from './events';

const EVIDENCE_ENTRIES_MAX = 10_000;

const entries = <T extends z.ZodType>(entry: T) => z.array(entry).max(EVIDENCE_ENTRIES_MAX);

const evidence = z.strictObject({
  timeline: entries(
    z.strictObject({ position: z.int(), type: shortText, occurredAt: instant, office: shortText }),
  ),
  holders: entries(z.strictObject({ office: shortText, from: instant, until: instant.optional() })),
  duty: z.strictObject({
    id: shortText,
    rule: shortText,
    owner: shortText,
    startedAt: instant,
    dueAt: instant,
    endedAt: instant.optional(),
  }),
  explanation: z.strictObject({ zh: longText, en: longText }),
});

const finding = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('fault'),
    kind: z.enum(FAULT_KINDS),
    gravity: z.enum(GRAVITIES),
    reasons: longText,
  }),
  z.strictObject({ outcome: z.literal('no-fault'), reasons: longText }),
]);

export const reviewCommands = {
  OpenReview: z.strictObject({
    pack: packRef,
    caseId: z.uuid(),
    office: officeId.describe('the office under review'),
    by: officeId.describe('the office that reviews'),
    dutyId: shortText.optional(),
    rule: shortText.optional(),
    reasons: longText,
    evidence: evidence.optional(),
  }),
  StateSide: z.strictObject({ text: longText }),
  ProposeFinding: z.strictObject({}),
  ConfirmFinding: z.strictObject({ finding }),
  CloseReview: z.strictObject({ measures: longText }),
  ...escalatedCommands,
} as const;

export type ReviewCommand = CommandOf<typeof reviewCommands>;
