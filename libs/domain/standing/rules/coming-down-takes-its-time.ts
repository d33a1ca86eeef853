import type { Instant, Ladder } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

const DAY_ms = 86_400_000;

/** An office comes down after so many days without a new fault or placing, as the ladder says. */
export function comingDownTakesItsTime(
  { faults, placings }: StandingState,
  { comeDownAfter_days = 0 }: Ladder,
  at: Instant,
): Verdict {
  const last_ms = Math.max(...[...faults, ...placings].map((one) => Date.parse(one.at)));
  const from_ms = last_ms + comeDownAfter_days * DAY_ms;
  return Date.parse(at) < from_ms
    ? { code: 'too-soon-to-come-down', facts: { from: new Date(from_ms).toISOString() } }
    : undefined;
}
