import type { Verdict } from '../../decider';
import type { StandingState } from '../state';

/** Only what counts on a standing can cease to. */
export const aFaultCountsBeforeItIsSetAside = (state: StandingState, reviewId: string): Verdict =>
  state.faults.some((fault) => fault.reviewId === reviewId)
    ? undefined
    : { code: 'fault-not-counted', facts: { reviewId } };
