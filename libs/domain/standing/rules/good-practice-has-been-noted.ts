import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** An award may name good practice that has been noted of the office, and no other. */
export function goodPracticeHasBeenNoted({ practices }: StandingState, named: readonly string[]): Verdict {
  const unknown = named.find((practice) => !practices.includes(practice));
  return unknown === undefined ? undefined : { code: 'practice-unknown', facts: { practice: unknown } };
}
