import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** A review counts on a standing once, however often it is reported. */
export const aReviewCountsOnce = (state: StandingState, reviewId: string): Verdict =>
  state.faults.some((fault) => fault.reviewId === reviewId)
    ? { code: 'fault-counted-already', facts: { reviewId } }
    : undefined;
