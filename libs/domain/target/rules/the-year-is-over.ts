import { localDate, type Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** What a year came to is said when it is over, in local time. */
export const theYearIsOver = (year: number, now: Instant, zone: string): Verdict =>
  Number(localDate(now, zone).slice(0, 4)) > year
    ? undefined
    : { code: 'target-year-not-over', facts: { year } };
