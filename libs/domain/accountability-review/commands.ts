import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { instant, longText, officeId, packRef, shortText } from '../schemas';
import { successionCommands } from '../succession';
import { FAULT_KINDS, GRAVITIES, REFERRAL_OUTCOMES } from './events';

const EVIDENCE_ENTRIES_MAX = 10_000;
const STREAMS_MAX = 1_000;
const LINKS_MAX = 200;
const REMEDY_MAX_days = 365;

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

const link = shortText.describe('as the responsibility chain names it: `owner@14`');
const referral = shortText.describe('`f1`, as `ReferReview` answered it');
/** Absent: the finding on the office under review. */
const onWhat = { link: link.optional() };

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
  RecordEvidence: z.strictObject({
    format: shortText,
    upTo: z.int().positive(),
    streams: z.array(shortText).max(STREAMS_MAX),
    sha256: z.hex().length(64),
    keptFrom: z.array(shortText).max(EVIDENCE_ENTRIES_MAX),
    links: z
      .array(
        z.strictObject({
          link,
          role: shortText,
          office: officeId,
          from: instant,
          until: instant.optional(),
        }),
      )
      .max(LINKS_MAX),
  }),
  StateSide: z.strictObject({ text: longText }),
  StateLinkSide: z.strictObject({ link, text: longText }),
  ProposeFinding: z.strictObject({}),
  ConfirmFinding: z.strictObject({ finding }),
  FindOnLink: z.strictObject({ link, finding }),
  DisputeFinding: z.strictObject({ ...onWhat, text: longText }),
  DecideDispute: z.discriminatedUnion('decision', [
    z.strictObject({ decision: z.literal('uphold'), ...onWhat, reasons: longText }),
    z.strictObject({ decision: z.literal('revise'), ...onWhat, finding, reasons: longText }),
  ]),
  OrderRemedy: z.strictObject({
    ...onWhat,
    text: longText,
    within_days: z.int().min(1).max(REMEDY_MAX_days),
  }),
  CarryOutRemedy: z.strictObject({ remedy: shortText, text: longText }),
  ReferReview: z.strictObject({
    ...onWhat,
    to: officeId.describe('a discipline commission in the directory'),
    basis: longText.describe('the article that asks for it'),
    reasons: longText,
  }),
  RecordReferralReceipt: z.strictObject({
    referral,
    reference: shortText.describe('the number under which it was received'),
  }),
  RecordReferralOutcome: z.strictObject({
    referral,
    outcome: z.enum(REFERRAL_OUTCOMES),
    text: longText.describe('what was decided about the office; no names of persons'),
  }),
  CloseReview: z.strictObject({ measures: longText }),
  ...escalatedCommands,
  ...successionCommands,
} as const;

export type ReviewCommand = CommandOf<typeof reviewCommands>;
