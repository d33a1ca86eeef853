import { DAY_ms, HOUR_ms, MINUTE_ms, own, unreachable, type LocalDate } from '@huiyin/kernel';
import type { Duty } from './duty';
import type { Instant, Period, PolicyPack, WorkCalendar } from './pack';
import { dayNumber, workDays, type DayNumber, type WorkDays } from './work-days';
import { instantAt, localDay, wallClock } from './zone-time';

/** Nothing runs longer: what a damaged event asks for beyond it is cut off here, so that no count runs away. */
export const PERIOD_MAX_days = 3_660;

/** What moves a due time: the period, its start, and what has been added since. */
export type Running = Pick<Duty, 'period' | 'startedAt' | 'extendedDays' | 'pausedDays' | 'paused_ms'>;

export interface Deadline {
  dueAt_ms: number;
  provisional: boolean;
}

export const bounded = (days: number): number => Math.min(days, PERIOD_MAX_days);

/** The first local day that counts. */
export const firstDayOf = (startedAt_ms: number, pack: PolicyPack): DayNumber =>
  localDay(startedAt_ms, pack.timeZone) + (pack.firstDay === 'excluded' ? 1 : 0);

interface Counted {
  day: DayNumber;
  provisional: boolean;
}

/** The `count`th working day, `from` included. */
export function nthWorkingDay(from: DayNumber, count: number, days: WorkDays): Counted {
  let [day, left, provisional] = [from, count, false];
  for (; ; day += 1) {
    provisional ||= !days.covers(day);
    if (days.isWorkingDay(day) && (left -= 1) <= 0) return { day, provisional };
  }
}

type InDays = Running & { period: { unit: 'days' | 'working-days'; amount: number } };

function lastDayOf({ period, ...running }: InDays, pack: PolicyPack, days: WorkDays): Counted {
  const first = firstDayOf(Date.parse(running.startedAt), pack);
  const count = bounded(period.amount + running.extendedDays + running.pausedDays);
  if (period.unit === 'working-days') return nthWorkingDay(first, count, days);
  const last = first + count - 1;
  return pack.lastDay === 'roll-forward' ? nthWorkingDay(last, 1, days) : { day: last, provisional: false };
}

/** A promised day is kept by its end, on a day off too; one that had passed when it was promised ends with the first day. */
function promisedDay(date: LocalDate, { startedAt, extendedDays, pausedDays }: Running, zone: string) {
  return Math.max(
    dayNumber(date) + bounded(extendedDays + pausedDays),
    localDay(Date.parse(startedAt), zone),
  );
}

/** `08:30` in ms of the day. */
export const clockTime = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours! * HOUR_ms + minutes! * MINUTE_ms;
};

/** Wall clock to wall clock: what comes in outside the clock starts when it next opens. */
function weekdayClock(
  wall_ms: number,
  { amount, opens, closes }: Period & { unit: 'weekday-clock' },
  extra_days: number,
  days: WorkDays,
) {
  const day = Math.floor(wall_ms / DAY_ms);
  const time = wall_ms - day * DAY_ms;
  const inTime = days.isWorkingDay(day) && time < clockTime(closes);
  const from = inTime ? day : nthWorkingDay(day + 1, 1, days).day;
  const end = nthWorkingDay(from + 1, bounded(amount + extra_days), days);
  const at = inTime ? Math.max(time, clockTime(opens)) : clockTime(opens);
  return { wall_ms: end.day * DAY_ms + at, provisional: end.provisional || !days.covers(day) };
}

/** When a period that runs in a zone ends. Pure arithmetic: a few µs. */
export function deadline(running: Running, pack: PolicyPack, calendar: WorkCalendar): Deadline {
  const { period, extendedDays, paused_ms } = running;
  const start_ms = Date.parse(running.startedAt);
  const zone = pack.timeZone;
  switch (period.unit) {
    case 'hours': {
      const hours_ms = Math.min(period.amount * HOUR_ms, PERIOD_MAX_days * DAY_ms);
      return {
        dueAt_ms: start_ms + hours_ms + bounded(extendedDays) * DAY_ms + paused_ms,
        provisional: false,
      };
    }
    case 'calendar-days-exact': {
      const wall_ms = wallClock(start_ms, zone) + bounded(period.amount + extendedDays) * DAY_ms;
      return { dueAt_ms: instantAt(wall_ms, zone) + paused_ms, provisional: false };
    }
    case 'weekday-clock': {
      const end = weekdayClock(wallClock(start_ms, zone), period, extendedDays, workDays(calendar));
      return { dueAt_ms: instantAt(end.wall_ms, zone) + paused_ms, provisional: end.provisional };
    }
    case 'days':
    case 'working-days': {
      const { day, provisional } = lastDayOf({ ...running, period }, pack, workDays(calendar));
      return { dueAt_ms: instantAt((day + 1) * DAY_ms, zone) - 1, provisional };
    }
    case 'date': {
      const day = promisedDay(period.date, running, zone);
      return { dueAt_ms: instantAt((day + 1) * DAY_ms, zone) - 1, provisional: false };
    }
    default:
      return unreachable(period);
  }
}

/** The end of the period that a pack expects for a service; undefined where it expects none. */
export function expectedDeadline(
  service: string,
  startedAt: Instant,
  pack: PolicyPack,
  calendar: WorkCalendar,
) {
  const period = pack.services && own(pack.services, service);
  return (
    period && deadline({ period, startedAt, extendedDays: 0, pausedDays: 0, paused_ms: 0 }, pack, calendar)
  );
}
