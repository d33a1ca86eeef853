import { firstDayOf } from './deadline';
import type { Duty } from './duty';
import type { PolicyPack, Text, WorkCalendar } from './pack';
import { dateOf, workDays, type DayNumber } from './work-days';
import { localDay } from './zone-time';

/** The days between start and due time on which the period did not run, or past which its last day moved. */
export interface Skipped {
  /** Saturdays, Sundays and unnamed days off. */
  restDays: number;
  holidays: readonly { name: Text; days: number }[];
  /** Weekend days that counted because they were worked (调休). */
  makeUpDays: number;
}

const isWeekend = (day: DayNumber): boolean => [6, 0].includes((((day + 4) % 7) + 7) % 7);

function between(first: DayNumber, last: DayNumber, calendar: WorkCalendar): Skipped {
  const days = workDays(calendar);
  const holidays = new Map<string, { name: Text; days: number }>();
  let [restDays, makeUpDays] = [0, 0];
  for (let day = first; day <= last; day += 1) {
    if (days.isWorkingDay(day)) {
      if (isWeekend(day)) makeUpDays += 1;
      continue;
    }
    const name = calendar.holidays?.[dateOf(day)];
    if (name) holidays.set(name.zh, { name, days: (holidays.get(name.zh)?.days ?? 0) + 1 });
    else restDays += 1;
  }
  return { restDays, makeUpDays, holidays: [...holidays.values()] };
}

export function skippedDays(duty: Duty, pack: PolicyPack, calendar: WorkCalendar): Skipped {
  const dayOf = (instant: string) => localDay(Date.parse(instant), pack.timeZone);
  const first = firstDayOf(Date.parse(duty.startedAt), pack);
  const last = dayOf(duty.dueAt);
  switch (duty.period.unit) {
    case 'working-days':
      return between(first, last, calendar);
    case 'weekday-clock':
      return between(dayOf(duty.startedAt), last, calendar);
    case 'days': {
      // Only a last day that rolled forward passed over anything: every day counts otherwise.
      const unrolled = first + duty.period.amount + duty.extendedDays + duty.pausedDays - 1;
      return between(unrolled, last - 1, calendar);
    }
    default:
      return { restDays: 0, makeUpDays: 0, holidays: [] };
  }
}
