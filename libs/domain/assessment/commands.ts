import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { longText, officeId, packRef } from '../schemas';
import { successionCommands } from '../succession';
import { GRADES } from './events';

const YEAR_MIN = 2005;
const YEAR_MAX = 2100;
const OFFICES_MAX = 200;

const year = z.int().min(YEAR_MIN).max(YEAR_MAX);

/** 年度考核; the id is the office above, which assesses. */
export const assessmentCommands = {
  OpenAssessment: z.strictObject({
    pack: packRef.default('xinfang-2022'),
    year,
    offices: z.array(officeId).min(1).max(OFFICES_MAX).describe('those that are assessed'),
  }),
  AssessOffice: z.strictObject({
    year,
    office: officeId,
    grade: z.enum(GRADES),
    findings: longText.describe('how it met its duties; plain: no personal data'),
  }),
  ...successionCommands,
  ...escalatedCommands,
} as const;

export type AssessmentCommand = CommandOf<typeof assessmentCommands>;
