import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** A ranking counts on a standing once, however often it is reported. */
export const aRankingCountsOnce = (state: StandingState, period: string): Verdict =>
  state.placings.some((placing) => placing.period === period)
    ? { code: 'placing-counted-already', facts: { period } }
    : undefined;
