import type { Verdict } from '../../../decider';
import type { ReviewState } from '../state';

/** After the re-review the same facts and reasons are not accepted again (Art. 36, 三级终结). */
export const aFinalMatterIsNotTakenUpAgain = (review: ReviewState): Verdict =>
  review.status === 'final' || (review.status === 'decided' && review.stage === 're-review')
    ? { code: 'matter-final' }
    : undefined;
