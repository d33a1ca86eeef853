import { addDays, instantAt, type LocalDate } from '@huiyin/kernel';
import type { Window } from '@huiyin/metrics';
import type { Asked } from './asked';

const startOf = (day: LocalDate, timeZone: string): string =>
  new Date(instantAt(Date.parse(`${day}T00:00:00Z`), timeZone)).toISOString();

const windowOf = (from: LocalDate, to: LocalDate, timeZone: string): Window => ({
  since: startOf(from, timeZone),
  until: startOf(addDays(to, 1), timeZone),
});

/** The first day of the month `months` before the one that a day is in. */
export function monthBefore(day: LocalDate, months: number): LocalDate {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1 - months, 1)).toISOString().slice(0, 10);
}

/** The period of the bulletin, and the one of the same length before it. */
export function windowsOf({ period: { from, to, timeZone } }: Pick<Asked, 'period'>): [Window, Window] {
  const months = (Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 12) % 12;
  return [windowOf(from, to, timeZone), windowOf(monthBefore(from, months + 1), addDays(from, -1), timeZone)];
}
