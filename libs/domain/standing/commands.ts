import { MEASURES, POSTS, type Measure, type Post } from '@huiyin/policy';
import { z } from 'zod';
import { FAULT_KINDS, GRAVITIES } from '../accountability-review/events';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { instant, longText, packRef, shortText } from '../schemas';

const WITHIN_days_MAX = 365;
const PLACE_MAX = 100_000;
const PRACTICES_MAX = 50;
const YEAR_MIN = 2000;
const YEAR_MAX = 2200;

const keysOf = <K extends string>(names: Readonly<Record<K, unknown>>) => Object.keys(names) as [K, ...K[]];
const rung = shortText.describe('rung of the ladder that ordered it');
const present = z
  .array(z.enum(keysOf<Post>(POSTS)))
  .min(1)
  .max(Object.keys(POSTS).length);

export const standingCommands = {
  CountFault: z.strictObject({
    pack: packRef,
    reviewId: z.uuid(),
    caseId: z.uuid(),
    kind: z.enum(FAULT_KINDS),
    gravity: z.enum(GRAVITIES),
    happenedAt: instant.optional().describe('when the duty was missed'),
  }),
  SetFaultAside: z.strictObject({ reviewId: z.uuid() }),
  CountPlacing: z.strictObject({
    pack: packRef,
    period: z
      .string()
      .regex(/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/)
      .describe('quarter or month that the ranking is about: `2026-Q1`, `2026-03`'),
    place: z.int().min(1).max(PLACE_MAX).describe('from the bottom: 1 is the worst'),
    published: shortText.describe('where the ranking is published'),
  }),
  HoldTalk: z.strictObject({ rung, present: present.describe('posts that took part'), record: longText }),
  TakeMeasure: z.strictObject({ rung, measure: z.enum(keysOf<Measure>(MEASURES)), text: longText }),
  ReportRectification: z.strictObject({ rung, text: longText }),
  ConfirmRectification: z.strictObject({ rung, reasons: longText }),
  ReturnRectification: z.strictObject({
    rung,
    reasons: longText,
    within_days: z.int().min(1).max(WITHIN_days_MAX).describe('days to put it right'),
  }),
  NotePractice: z.strictObject({ title: shortText, text: longText.describe('plain: no personal data') }),
  GrantAward: z.strictObject({
    name: shortText,
    year: z.int().min(YEAR_MIN).max(YEAR_MAX).describe('local year that it is for'),
    reasons: longText,
    practices: z
      .array(shortText)
      .max(PRACTICES_MAX)
      .default([])
      .describe('good practice that it is given for'),
  }),
  RevokeAward: z.strictObject({ award: shortText, reasons: longText }),
  StepDown: z.strictObject({ reasons: longText }),
  ...escalatedCommands,
} as const;

export type StandingCommand = CommandOf<typeof standingCommands>;
