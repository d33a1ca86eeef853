import { z } from 'zod';
import type { CommandOf } from '../../decider';
import { day, longText, shortText } from '../../schemas';

const PANEL_MAX = 15;

/** 听证 */
export const hearingCommands = {
  AnnounceHearing: z.strictObject({
    heldOn: day,
    place: shortText,
    open: z.boolean().default(true).describe('open to the public'),
    panel: z
      .array(
        z.strictObject({
          role: z.enum(['chair', 'member']).default('member'),
          from: shortText.describe('office, body or profession; no names'),
        }),
      )
      .min(1)
      .max(PANEL_MAX),
  }),
  BeginHearing: z.strictObject({}),
  EndHearing: z.strictObject({
    record: longText.describe('plain: no personal data'),
    conclusion: longText,
  }),
} as const;

export type HearingCommand = CommandOf<typeof hearingCommands>;
