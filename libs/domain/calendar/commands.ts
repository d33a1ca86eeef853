import { z } from 'zod';
import type { CommandOf } from '../decider';

const DAYS_MAX = 100_000;
const id = z.string().trim().min(1).max(200);
const days = z.array(z.iso.date()).max(DAYS_MAX);

export const calendarCommands = {
  AdoptCalendar: z.strictObject({
    calendar: z.strictObject({
      id,
      version: z.int().min(1),
      name: z.strictObject({ zh: id, en: id }),
      firstYear: z.int(),
      lastYear: z.int(),
      daysOff: days,
      makeUpDays: days,
    }),
  }),
} as const;

export type CalendarCommand = CommandOf<typeof calendarCommands>;
