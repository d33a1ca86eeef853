import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { longText, officeId, packRef, shortText } from '../schemas';
import { successionCommands } from '../succession';

const TARGETS_MAX = 50;
const YEAR_MIN = 2000;
const YEAR_MAX = 2200;
const VALUE_MAX = 1_000_000;

const value = z.number().min(0).max(VALUE_MAX);

/** 目标责任书 */
export const targetCommands = {
  SetTargets: z.strictObject({
    pack: packRef.default('xinfang-2022').describe('whose local time the year is in'),
    office: officeId,
    by: officeId.describe('the office that sets them'),
    year: z.int().min(YEAR_MIN).max(YEAR_MAX),
    targets: z
      .array(
        z.strictObject({
          metric: shortText.describe('id of a metric on how an office does its duties'),
          value: value.describe("in the metric's unit"),
        }),
      )
      .min(1)
      .max(TARGETS_MAX),
  }),
  SignTargets: z.strictObject({ post: shortText.describe('post that signs for the office') }),
  ReportTargets: z.strictObject({ text: longText.describe('how the year went; plain: no personal data') }),
  /** The numbers are not in the form: they are computed from the log. */
  ConcludeTargets: z.strictObject({}),
  ...successionCommands,
  ...escalatedCommands,
} as const;

export type TargetCommand = CommandOf<typeof targetCommands>;
