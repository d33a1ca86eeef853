import { DAY_ms } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** A finding made on paper is recorded by then (local setting). */
const RECORDED_WITHIN_days = 3;

/** The time to dispute a finding runs from it: dated back, it would be over before the office has heard of it. */
export function aFindingIsNotDatedBack(occurredAt: Instant, now: Instant): Verdict {
  const late_ms = Date.parse(now) - Date.parse(occurredAt);
  return late_ms > RECORDED_WITHIN_days * DAY_ms
    ? { code: 'finding-dated-back', facts: { occurredAt, now } }
    : undefined;
}
