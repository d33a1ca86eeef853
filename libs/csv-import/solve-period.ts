import { DAY_ms, wallClock } from '@huiyin/kernel';
import { deadline, PERIOD_MAX_days, type Period, type PolicyPack, type WorkCalendar } from '@huiyin/policy';

/** A target agrees with a computed date that is less than a minute away: exports cut the filing time to the minute. */
export const TOLERANCE_ms = 60_000;

/** The two ways in which a service desk counts its expected periods. */
export type ServicePeriod = Extract<Period, { unit: 'calendar-days-exact' | 'weekday-clock' }>;

export interface ClockHours {
  /** `08:30` */
  opens: string;
  closes: string;
}

export interface Rules {
  pack: PolicyPack;
  calendar: WorkCalendar;
}

const STEPS_MAX = 8;

export const agrees = (due_ms: number, computed_ms: number): boolean =>
  Math.abs(due_ms - computed_ms) < TOLERANCE_ms;

/** When the pack lets a period end that began then: the same function that computes the duty. */
export function endOf(period: Period, opened_ms: number, { pack, calendar }: Rules): number {
  const startedAt = new Date(opened_ms).toISOString();
  const running = { period, startedAt, extendedDays: 0, pausedDays: 0, paused_ms: 0 };
  return deadline(running, pack, calendar).dueAt_ms;
}

/** Mondays to Fridays up to and including a day (days since 1970-01-01, a Thursday), from a fixed Monday on. */
function weekdaysUpTo(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

const localDay = (at_ms: number, zone: string): number => Math.floor(wallClock(at_ms, zone) / DAY_ms);

function difference(period: ServicePeriod, from_ms: number, to_ms: number, zone: string): number {
  if (period.unit === 'calendar-days-exact') {
    return Math.round((wallClock(to_ms, zone) - wallClock(from_ms, zone)) / DAY_ms);
  }
  return weekdaysUpTo(localDay(to_ms, zone)) - weekdaysUpTo(localDay(from_ms, zone));
}

/** The amount with which the pack computes this due date, if there is one: a guess, corrected by what it is off. */
function amountOf(unit: ServicePeriod, opened_ms: number, due_ms: number, rules: Rules): number | undefined {
  const zone = rules.pack.timeZone;
  let amount = Math.max(1, difference(unit, opened_ms, due_ms, zone));
  for (let step = 0; step < STEPS_MAX; step++) {
    if (amount < 1 || amount > PERIOD_MAX_days) return undefined;
    const end_ms = endOf({ ...unit, amount }, opened_ms, rules);
    if (agrees(due_ms, end_ms)) return amount;
    const off = difference(unit, end_ms, due_ms, zone);
    if (off === 0) return undefined;
    amount += off;
  }
  return undefined;
}

/** Every period, at most one of each kind, that explains a due date to the minute. */
export function solvePeriods(
  opened_ms: number,
  due_ms: number,
  hours: ClockHours,
  rules: Rules,
): ServicePeriod[] {
  const units: ServicePeriod[] = [
    { unit: 'weekday-clock', amount: 1, opens: hours.opens, closes: hours.closes },
    { unit: 'calendar-days-exact', amount: 1 },
  ];
  return units.flatMap((unit) => {
    const amount = amountOf(unit, opened_ms, due_ms, rules);
    return amount === undefined ? [] : [{ ...unit, amount }];
  });
}
