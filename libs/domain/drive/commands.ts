import { z } from 'zod';
import type { CommandOf } from '../decider';
import { escalatedCommands } from '../escalated';
import { day, longText, officeId, packRef, shortText } from '../schemas';
import { successionCommands } from '../succession';

/** As many as one event raises duties for. */
const OFFICES_MAX = 200;
const COUNT_MAX = 1_000_000;

/** 专项行动 */
export const driveCommands = {
  OpenDrive: z
    .strictObject({
      pack: packRef,
      by: officeId.describe('the office above all the others'),
      subject: shortText,
      offices: z.array(officeId).min(1).max(OFFICES_MAX),
      from: day,
      to: day,
    })
    .refine(({ offices }) => new Set(offices).size === offices.length, {
      path: ['offices'],
      message: 'each office once',
    }),
  ReportZero: z.strictObject({ office: officeId, day }),
  ReportMatters: z.strictObject({
    office: officeId,
    day,
    count: z.int().min(1).max(COUNT_MAX).describe('how many matters; for none, report zero'),
    text: longText.describe('plain: no personal data'),
  }),
  CloseDrive: z.strictObject({ result: longText }),
  ...successionCommands,
  ...escalatedCommands,
} as const;

export type DriveCommand = CommandOf<typeof driveCommands>;
