import { DAY_ms, MINUTE_ms, offsetMinutes } from '@huiyin/kernel';
import type { Instant } from './pack';

/*
 * The kernel's zone arithmetic, remembered per day: duties are folded for every event of a log, and most of what that
 * costs is the look-up of an offset and the writing of a date.
 */

const DAYS_REMEMBERED_MAX = 50_000;

const zones = new Map<string, Map<number, number>>();
const dates = new Map<number, string>();
const times = new Map<number, string>();

export function remember<V>(map: Map<number, V>, key: number, value: V): V {
  if (map.size >= DAYS_REMEMBERED_MAX) map.clear();
  map.set(key, value);
  return value;
}

/** East of UTC; NaN stands for a day on which the zone changes its offset. */
function offset_ms(instant_ms: number, zone: string): number {
  const day = Math.floor(instant_ms / DAY_ms);
  const known = zones.get(zone) ?? new Map<number, number>();
  if (known.size === 0) zones.set(zone, known);
  let offset = known.get(day);
  if (offset === undefined) {
    const first = offsetMinutes(day * DAY_ms, zone);
    const same = first === offsetMinutes((day + 1) * DAY_ms - 1, zone);
    offset = remember(known, day, same ? first * MINUTE_ms : NaN);
  }
  return Number.isNaN(offset) ? offsetMinutes(instant_ms, zone) * MINUTE_ms : offset;
}

/** As in the kernel: local time as ms since the epoch of a clock that shows it as if it were UTC. */
export const wallClock = (instant_ms: number, zone: string): number =>
  instant_ms + offset_ms(instant_ms, zone);

/** As in the kernel. */
export const instantAt = (wall_ms: number, zone: string): number =>
  wall_ms - offset_ms(wall_ms - offset_ms(wall_ms, zone), zone);

/** The local day that an instant falls on: days since 1970-01-01. */
export const localDay = (instant_ms: number, zone: string): number =>
  Math.floor(wallClock(instant_ms, zone) / DAY_ms);

/** The same text as `new Date(ms).toISOString()`. */
export function isoOf(ms: number): Instant {
  const day = Math.floor(ms / DAY_ms);
  const rest = ms - day * DAY_ms;
  const date = dates.get(day) ?? remember(dates, day, new Date(day * DAY_ms).toISOString().slice(0, 10));
  const time = times.get(rest) ?? remember(times, rest, new Date(rest).toISOString().slice(10));
  return date + time;
}
