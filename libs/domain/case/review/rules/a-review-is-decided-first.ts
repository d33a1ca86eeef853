import type { Verdict } from '../../../decider';
import type { ReviewState } from '../state';

/** A review that was asked for is decided before anything follows it (Art. 35). */
export const aReviewIsDecidedFirst = (review: ReviewState): Verdict =>
  review.status === 'asked'
    ? { code: 'review-open', facts: { stage: review.stage, office: review.by } }
    : undefined;
