import { DAY_ms } from '@huiyin/kernel';
import type { LocalDate } from '@huiyin/kernel';
import type { Verdict } from '../../decider';

/** A quarter: a drive that lasts longer is a rhythm. */
export const DRIVE_days_MAX = 92;

/** How many days a drive lasts, the last one included; none where it ends before it begins. */
export const daysOf = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_ms) + 1;

/** A drive lasts some days, and not for ever. */
export function aDriveHasDays(from: LocalDate, to: LocalDate): Verdict {
  const days = daysOf(from, to);
  return days >= 1 && days <= DRIVE_days_MAX
    ? undefined
    : { code: 'drive-without-days', facts: { from, to } };
}
