import { addDays, DAY_ms, instantAt, weekday, type LocalDate } from '@huiyin/kernel';
import type { Window } from './metric';

export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** `2026`, `2026-Q1`, `2026-03`, `2026-W10` (ISO 8601), `2026-03-02`, or the days that somebody chose. */
export interface Period {
  name: string;
  /** First and last day, both included. */
  from: LocalDate;
  to: LocalDate;
}

const date = (year: number, month: number, day = 1): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const pad = (number: number): string => String(number).padStart(2, '0');

/** The Monday of the week that holds the day. */
const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekday(day) + 6) % 7));

function unitOf(name: string): PeriodUnit | undefined {
  if (/^\d{4}$/.test(name)) return 'year';
  if (/^\d{4}-Q[1-4]$/.test(name)) return 'quarter';
  if (/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(name)) return 'week';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return 'month';
  return /^\d{4}-\d\d-\d\d$/.test(name) && !Number.isNaN(Date.parse(name)) ? 'day' : undefined;
}

/** Undefined for what is no period: also a week that its year does not have, and the 30th of February. */
export function periodOf(name: string): Period | undefined {
  const unit = unitOf(name);
  if (!unit) return undefined;
  const found = around(firstDay(name, unit), unit);
  return found.name === name ? found : undefined;
}

function firstDay(name: string, unit: PeriodUnit): LocalDate {
  const year = Number(name.slice(0, 4));
  switch (unit) {
    case 'year':
      return date(year, 1);
    case 'quarter':
      return date(year, Number(name.slice(6)) * 3 - 2);
    case 'month':
      return `${name}-01`;
    // The first week of a year holds its 4th of January.
    case 'week':
      return addDays(mondayOf(date(year, 1, 4)), (Number(name.slice(6)) - 1) * 7);
    case 'day':
      return date(year, Number(name.slice(5, 7)), Number(name.slice(8)));
  }
}

/** The period of this length that holds the day. */
export function around(day: LocalDate, unit: PeriodUnit): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (unit) {
    case 'year':
      return { name: String(year), from: date(year, 1), to: date(year, 12, 31) };
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return {
        name: `${year}-Q${quarter}`,
        from: date(year, quarter * 3 - 2),
        to: date(year, quarter * 3 + 1, 0),
      };
    }
    case 'month':
      return { name: `${year}-${pad(month)}`, from: date(year, month), to: date(year, month + 1, 0) };
    case 'week': {
      const from = mondayOf(day);
      const thursday = addDays(from, 3);
      const first = mondayOf(`${thursday.slice(0, 4)}-01-04`);
      const number = (Date.parse(from) - Date.parse(first)) / WEEK_ms + 1;
      return { name: `${thursday.slice(0, 4)}-W${pad(number)}`, from, to: addDays(from, 6) };
    }
    case 'day':
      return { name: day, from: day, to: day };
  }
}

const WEEK_ms = 7 * DAY_ms;

/**
 * The periods of this length that lie in another one; the first and the last are cut off at its ends. No more are made than
 * `most`.
 */
export function cut({ from, to }: Period, unit: PeriodUnit, most = Infinity): Period[] {
  const parts: Period[] = [];
  for (let day = from; day <= to && parts.length < most;) {
    const whole = around(day, unit);
    const last = whole.to < to ? whole.to : to;
    parts.push({ name: whole.name, from: day, to: last });
    day = addDays(last, 1);
  }
  return parts;
}

const midnight = (day: LocalDate, zone: string): string =>
  new Date(instantAt(Date.parse(`${day}T00:00:00Z`), zone)).toISOString();

/** From midnight to midnight by the clock of the zone. */
export const windowOf = ({ from, to }: Pick<Period, 'from' | 'to'>, zone: string): Window => ({
  since: midnight(from, zone),
  until: midnight(addDays(to, 1), zone),
});
