import type { Instant } from '@huiyin/policy';
import type { Verdict } from '../decider';

/** Nothing is recorded before it has happened. */
export const itHasHappened = (at: Instant, now: Instant): Verdict =>
  at <= now ? undefined : { code: 'happened-later', facts: { at, now } };
