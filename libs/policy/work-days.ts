import { DAY_ms, type LocalDate } from '@huiyin/kernel';
import type { WorkCalendar } from './pack';

/** A calendar date as a number: days since 1970-01-01. */
export type DayNumber = number;

export const dayNumber = (date: LocalDate): DayNumber => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_ms);
export const dateOf = (day: DayNumber): LocalDate => new Date(day * DAY_ms).toISOString().slice(0, 10);

/** 1970-01-01 was a Thursday. */
const isWeekday = (day: DayNumber): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
};

export interface WorkDays {
  isWorkingDay(day: DayNumber): boolean;
  covers(day: DayNumber): boolean;
}

const indexed = new WeakMap<WorkCalendar, WorkDays>();

function index(calendar: WorkCalendar): WorkDays {
  const exceptions = new Map<DayNumber, boolean>();
  for (const date of calendar.daysOff) exceptions.set(dayNumber(date), false);
  for (const date of calendar.makeUpDays) exceptions.set(dayNumber(date), true);
  const first = Date.UTC(calendar.firstYear, 0, 1) / DAY_ms;
  const last = Date.UTC(calendar.lastYear, 11, 31) / DAY_ms;
  return {
    isWorkingDay: (day) => exceptions.get(day) ?? isWeekday(day),
    covers: (day) => day >= first && day <= last,
  };
}

/** Look-ups in a calendar: made once per calendar, then a few ns per day. */
export function workDays(calendar: WorkCalendar): WorkDays {
  let found = indexed.get(calendar);
  if (!found) indexed.set(calendar, (found = index(calendar)));
  return found;
}
