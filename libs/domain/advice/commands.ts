import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { successionCommands } from '../succession';
import { longText, officeId, packRef, shortText } from '../schemas';
import { ADVICE_KINDS } from './events';

const GROUNDS_MAX = 500;
const POSITIONS_MAX = 1_000;
const EVIDENCE_MAX = 100;
const WITHIN_days_MAX = 365;

const within_days = z.int().min(1).max(WITHIN_days_MAX);
const ground = z.strictObject({
  caseId: z.uuid(),
  reviewId: z.uuid().optional(),
  positions: z.array(z.int().min(1)).min(1).max(POSITIONS_MAX).optional(),
});

/** 三项建议 */
export const adviceCommands = {
  GiveAdvice: z.strictObject({
    pack: packRef,
    kind: z.enum(ADVICE_KINDS),
    office: officeId.describe('the office that is advised'),
    adviser: officeId.describe('the petition department that advises it'),
    text: longText.describe('plain: no personal data'),
    reasons: longText,
    grounds: z.array(ground).min(1).max(GROUNDS_MAX).describe('cases, reviews and events that it rests on'),
  }),
  AdoptAdvice: z.strictObject({ plan: longText, within_days: within_days.optional() }),
  AdoptAdvicePartly: z.strictObject({
    plan: longText.describe('what is adopted'),
    reasons: longText.describe('why the rest is not'),
    within_days: within_days.optional(),
  }),
  RefuseAdvice: z.strictObject({ reasons: longText.optional() }),
  ExplainRefusal: z.strictObject({ reasons: longText }),
  CarryOutAdvice: z.strictObject({ text: longText, evidence: z.array(shortText).min(1).max(EVIDENCE_MAX) }),
  ReturnAdvice: z.strictObject({ reasons: longText, within_days }),
  CloseAdvice: z.strictObject({ reasons: longText }),
  ...escalatedCommands,
  ...successionCommands,
} as const;

export type AdviceCommand = CommandOf<typeof adviceCommands>;
