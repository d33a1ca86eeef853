import { DAY_ms, instantAt, type LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';

/** From the first instant to the one before `until`. */
export interface Window {
  from: Instant;
  until: Instant;
}

/** Whole local days, the last one included. Throws RangeError when they are the wrong way round. */
export function windowOf(first: LocalDate, last: LocalDate, zone: string): Window {
  if (last < first) throw new RangeError(`${last} is before ${first}`);
  const midnight = (date: LocalDate, days: number): Instant =>
    new Date(instantAt(Date.parse(`${date}T00:00:00Z`) + days * DAY_ms, zone)).toISOString();
  return { from: midnight(first, 0), until: midnight(last, 1) };
}

export const within = ({ from, until }: Window, at: Instant): boolean => at >= from && at < until;
