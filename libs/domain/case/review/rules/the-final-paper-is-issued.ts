import type { Verdict } from '../../../decider';
import type { ReviewState } from '../state';

/** The final paper is issued, not only decided (Art. 36). */
export const theFinalPaperIsIssued = (review: ReviewState): Verdict =>
  review.status === 'decided' && review.stage === 're-review'
    ? { code: 'final-paper-open', facts: { office: review.by } }
    : undefined;
