import { DAY_ms, MINUTE_ms } from './units';

/** A calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Days that anybody can name: dates are compared as text, which holds while a year, and the days after it, have four digits. */
export const DAY_FIRST: LocalDate = '1900-01-01';
export const DAY_LAST: LocalDate = '2999-12-31';
const REACH = { message: `must lie between ${DAY_FIRST} and ${DAY_LAST}` };
/** For the `refine` of a schema: whether a day, or the day of an instant in UTC, can be named. */
export const inReach = [
  (given: string): boolean =>
    given.slice(0, DAY_FIRST.length) >= DAY_FIRST && given.slice(0, DAY_LAST.length) <= DAY_LAST,
  REACH,
] as const;

/** Where nothing else is said. */
export const ZONE_DEFAULT = 'Asia/Shanghai';

/** Whether it is a time zone of the IANA database. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' });
    formatters.set(zone, found);
  }
  return found;
}

const HALF_HOUR_ms = 30 * MINUTE_ms;

/** Minutes east of UTC in an IANA zone at an instant; remembered per half hour, the finest step zones change at. */
export function offsetMinutes(instant_ms: number, zone: string): number {
  const key = `${zone}|${Math.floor(instant_ms / HALF_HOUR_ms)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const text = formatter(zone)
    .formatToParts(instant_ms)
    .find((part) => part.type === 'timeZoneName')!.value;
  const match = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text)!;
  const minutes = match[1] ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
  if (offsets.size > OFFSETS_REMEMBERED_MAX) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}

const OFFSETS_REMEMBERED_MAX = 200_000;

/** The wall clock in a zone, as ms since the epoch of a clock that shows local time as if it were UTC. */
export const wallClock = (instant_ms: number, zone: string): number =>
  instant_ms + offsetMinutes(instant_ms, zone) * MINUTE_ms;

/** The instant at which a zone's wall clock shows this; in a gap or an overlap, the earlier offset's instant. */
export function instantAt(wall_ms: number, zone: string): number {
  const guess = wall_ms - offsetMinutes(wall_ms, zone) * MINUTE_ms;
  return wall_ms - offsetMinutes(guess, zone) * MINUTE_ms;
}

export const localDate = (instant: string | Date, zone: string): LocalDate =>
  new Date(wallClock(new Date(instant).getTime(), zone)).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_ms).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The last millisecond of a local day: a duty "by the 15th" is met at any time on the 15th. */
export const endOfDay = (date: LocalDate, zone: string): Date =>
  new Date(instantAt(Date.parse(`${date}T00:00:00Z`) + DAY_ms, zone) - 1);
