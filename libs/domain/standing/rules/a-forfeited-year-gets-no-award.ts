import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** Talked to so often in one year as the ladder says: no award for that year, whenever it would be given. */
export const aForfeitedYearGetsNoAward = ({ noAwardIn }: StandingState, year: number): Verdict =>
  noAwardIn.includes(year) ? { code: 'award-forfeited', facts: { year, until: `${year}-12-31` } } : undefined;
