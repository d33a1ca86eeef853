import type { Verdict } from '../../../decider';
import type { ReviewState } from '../../review/state';

/** Once an opinion is given, a hearing is part of a review or re-review of it (Art. 36). */
export const aClosedMatterIsHeardInAReview = (status: string, review: ReviewState): Verdict =>
  status === 'accepted' || review.status === 'asked' ? undefined : { code: 'hearing-without-review' };
