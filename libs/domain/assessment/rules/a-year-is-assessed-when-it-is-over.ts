import type { Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** What a year came to is known when it is over (Art. 39). */
export const aYearIsAssessedWhenItIsOver = (now: Instant, yearEndsAt: Instant): Verdict =>
  now <= yearEndsAt ? { code: 'year-not-over', facts: { yearEndsAt } } : undefined;
