import { z } from 'zod';
import type { CommandOf } from '../decider';
import { shortText } from '../schemas';

const DAYS_MAX = 100_000;
const days = z.array(z.iso.date()).max(DAYS_MAX);

export const calendarCommands = {
  AdoptCalendar: z.strictObject({
    calendar: z.strictObject({
      id: shortText,
      version: z.int().min(1),
      name: z.strictObject({ zh: shortText, en: shortText }),
      firstYear: z.int(),
      lastYear: z.int(),
      daysOff: days,
      makeUpDays: days,
      holidays: z.record(z.iso.date(), z.strictObject({ zh: shortText, en: shortText })).optional(),
    }),
  }),
} as const;

export type CalendarCommand = CommandOf<typeof calendarCommands>;
