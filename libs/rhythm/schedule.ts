import { CITY, type Rhythm } from '@huiyin/domain';
import { addDays, instantAt, localDate, MINUTE_ms, type LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import { idOf, type Asked } from './asked';
import { monthBefore } from './windows';

/** Rhythms in force, by `city` or office id. */
export type Rhythms = ReadonlyMap<string, Rhythm>;

/** The last day of the last period that one was issued for; undefined where none ever was. */
export type LastIssued = (kind: Asked['kind'], office?: string) => LocalDate | undefined;

/** After a longer downtime the daily lists of the last days are made up for, and no older ones. */
export const CATCH_UP_days_MAX = 14;
const CATCH_UP_months_MAX = 6;

interface Given {
  rhythms: Rhythms;
  /** Those that get a list of their own; nothing is made up for from before an office was registered. */
  offices: readonly { id: string; since?: Instant | undefined }[];
  last: LastIssued;
  now: Instant;
}

/** Everything that should have gone out by now and has not, the earliest first: the same whoever asks, and however often. */
export function dueNow(given: Given): Asked[] {
  const city = given.rhythms.get(CITY);
  return [...dailyLists(given), ...(city ? monthly(city, given) : [])].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}

/** The next instant at which something goes out; undefined where no rhythm is set. */
export function nextAt({ rhythms, now }: Pick<Given, 'rhythms' | 'now'>): Instant | undefined {
  const next = [...rhythms.values()].map((rhythm) => {
    const today = localDate(now, rhythm.timeZone);
    const days = [rhythm.from > today ? rhythm.from : today, addDays(today, 1)];
    return days.map((day) => timeOf(rhythm, day)).find((at) => at > now)!;
  });
  return next.sort()[0];
}

const timeOf = ({ timeZone, dailyAt }: Rhythm, day: LocalDate): Instant => {
  const [hours, minutes] = dailyAt.split(':').map(Number);
  const midnight_ms = Date.parse(`${day}T00:00:00Z`);
  return new Date(instantAt(midnight_ms + (hours! * 60 + minutes!) * MINUTE_ms, timeZone)).toISOString();
};

const later = (...days: readonly (LocalDate | undefined)[]): LocalDate =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)!;

function dailyLists({ rhythms, offices, last, now }: Given): Asked[] {
  return offices.flatMap(({ id: office, since = '' }) => {
    const rhythm = rhythms.get(office) ?? rhythms.get(CITY);
    if (!rhythm) return [];
    const { timeZone, dueSoon_days } = rhythm;
    const today = localDate(now, timeZone);
    const before = last('daily-list', office);
    const lists: Asked[] = [];
    const first = later(rhythm.from, addDays(today, -CATCH_UP_days_MAX), before && addDays(before, 1));
    for (let day = first; day <= today; day = addDays(day, 1)) {
      const at = timeOf(rhythm, day);
      if (at > now) break;
      if (at < since) continue;
      lists.push({ kind: 'daily-list', office, period: { from: day, to: day, timeZone }, at, dueSoon_days });
    }
    return lists;
  });
}

/** Circular and analysis of the month before; with them the ranking of the last quarter, if it has not gone out yet. */
function monthly(rhythm: Rhythm, { last, now }: Given): Asked[] {
  const today = localDate(now, rhythm.timeZone);
  const months = Array.from({ length: CATCH_UP_months_MAX }, (_, index) =>
    monthBefore(today, CATCH_UP_months_MAX - 1 - index),
  );
  const all = months.flatMap((month) => {
    const day = addDays(month, rhythm.monthlyOn - 1);
    const at = timeOf(rhythm, day);
    if (day < rhythm.from || at > now) return [];
    const { timeZone, dueSoon_days } = rhythm;
    const asked = (kind: Asked['kind'], after: LocalDate, length: number): Asked[] => {
      const to = addDays(after, -1);
      const period = { from: monthBefore(after, length), to, timeZone };
      return (last(kind) ?? '') >= to ? [] : [{ kind, period, at, dueSoon_days }];
    };
    const quarter = monthBefore(month, (Number(month.slice(5, 7)) - 1) % 3);
    return [
      ...asked('monthly-circular', month, 1),
      ...asked('monthly-analysis', month, 1),
      ...asked('quarterly-ranking', quarter, 3),
    ];
  });
  return [...new Map(all.map((one) => [idOf(one), one] as const).toReversed()).values()].toReversed();
}
