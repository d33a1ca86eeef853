import { DAY_ms } from '@huiyin/kernel';
import type { Instant, Ladder } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** The earliest instant at which an office on a rung can come down. */
export function comesDownFrom(
  { faults, placings }: StandingState,
  { comeDownAfter_days = 0 }: Ladder,
): Instant {
  const last_ms = Math.max(...[...faults, ...placings].map((one) => Date.parse(one.at)));
  return new Date(last_ms + comeDownAfter_days * DAY_ms).toISOString();
}

/** An office comes down after so many days without a new fault or placing, as the ladder says. */
export function comingDownTakesItsTime(state: StandingState, ladder: Ladder, at: Instant): Verdict {
  const from = comesDownFrom(state, ladder);
  return at < from ? { code: 'too-soon-to-come-down', facts: { from } } : undefined;
}
