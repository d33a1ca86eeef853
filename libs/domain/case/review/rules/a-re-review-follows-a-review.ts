import type { Verdict } from '../../../decider';
import type { Stage } from '../events';
import type { ReviewState } from '../state';

/** First the review of the opinion, then the re-review of the review (Art. 35, 36). */
export function aReReviewFollowsAReview(stage: Stage, { status }: ReviewState): Verdict {
  const reviewed = status === 'decided';
  if (stage === 'review' && reviewed) return { code: 'reviewed-already' };
  return stage === 're-review' && !reviewed ? { code: 'not-reviewed-yet' } : undefined;
}
