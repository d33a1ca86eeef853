import { bounded, deadline, type Running } from './deadline';
import type { Duty, DutyContext } from './duty';
import type { DutyRule, PolicyPack, WorkCalendar } from './pack';
import { refOf } from './rule-book';
import { stepsOf } from './steps';
import { isoOf, localDay, remember } from './zone-time';

type Dated = Pick<Duty, 'dueAt' | 'provisional' | 'steps' | 'calendar'>;
type Rules = Pick<DutyContext, 'pack' | 'calendar'>;

/** What follows from a period: due time, steps, and the calendar that they lean on. */
export function dated(running: Running, rule: DutyRule, rules: Rules): Dated {
  const start_ms = Date.parse(running.startedAt);
  const startDay = localDay(start_ms, rules.pack.timeZone);
  const key = keyOf(running, startDay);
  if (key === undefined) return computed(running, start_ms, rule, rules);
  const dates = datesOf(rule, rules);
  const known = dates.get(key);
  if (known) return known;
  const found = computed(running, start_ms, rule, rules);
  return sameAllDay(found, startDay, rule, rules.pack) ? remember(dates, key, found) : found;
}

function computed(running: Running, start_ms: number, rule: DutyRule, { pack, calendar }: Rules): Dated {
  const { dueAt_ms, provisional } = deadline(running, pack, calendar);
  return {
    dueAt: isoOf(dueAt_ms),
    provisional,
    steps: stepsOf(rule, start_ms, dueAt_ms, pack.timeZone),
    calendar: refOf(calendar),
  };
}

/*
 * A period in whole days asks for the same dates from whatever moment of its first day it runs. They are remembered, by
 * rule and calendar: a city's year has some hundred thousand duties, and each rule three hundred days.
 */

/** Above every period: keys of different days and lengths never meet. */
const PERIODS = 4_096;

function keyOf({ period, extendedDays, pausedDays }: Running, startDay: number): number | undefined {
  if (period.unit !== 'days' && period.unit !== 'working-days') return undefined;
  const count = bounded(period.amount + extendedDays + pausedDays);
  if (!Number.isInteger(count) || count < 0) return undefined;
  return (startDay * PERIODS + count) * 2 + (period.unit === 'days' ? 0 : 1);
}

type Dates = Map<number, Dated>;
const byPack = new WeakMap<PolicyPack, WeakMap<WorkCalendar, Map<DutyRule, Dates>>>();

function datesOf(rule: DutyRule, { pack, calendar }: Rules): Dates {
  let byCalendar = byPack.get(pack);
  if (!byCalendar) byPack.set(pack, (byCalendar = new WeakMap()));
  let byRule = byCalendar.get(calendar);
  if (!byRule) byCalendar.set(calendar, (byRule = new Map<DutyRule, Dates>()));
  let dates = byRule.get(rule);
  if (!dates) byRule.set(rule, (dates = new Map<number, Dated>()));
  return dates;
}

/** A step on or before the first day may or may not be over at the moment from which the period runs. */
const sameAllDay = ({ steps }: Dated, startDay: number, rule: DutyRule, { timeZone }: PolicyPack): boolean =>
  steps.length === rule.escalation.length &&
  (steps.length === 0 || localDay(Date.parse(steps[0]!.at), timeZone) > startDay);
