import { z } from 'zod';
import type { CommandOf } from '../decider';
import { day, longText, shortText } from '../schemas';

const SOON_days_MAX = 31;
/** Every month has it. */
const DAY_OF_MONTH_MAX = 28;

/** 工作节律: 日清单, 月通报, 月分析, 季度排名 */
export const rhythmCommands = {
  SetRhythm: z.strictObject({
    timeZone: shortText.default('Asia/Shanghai'),
    dailyAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .describe('local time of day, `08:30`'),
    dueSoon_days: z.int().min(0).max(SOON_days_MAX).default(3),
    monthlyOn: z.int().min(1).max(DAY_OF_MONTH_MAX).default(1),
    from: day.describe('the first local day on which anything goes out'),
  }),
  StopRhythm: z.strictObject({ reasons: longText }),
} as const;

export type RhythmCommand = CommandOf<typeof rhythmCommands>;
