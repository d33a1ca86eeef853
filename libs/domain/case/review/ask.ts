import { personal } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext } from '../../decider';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import type { CaseState } from '../state';
import { subjectOf } from '../subject';
import { when, type Decided, type Given } from '../step';
import type { Stage } from './events';
import { aFinalMatterIsNotTakenUpAgain } from './rules/a-final-matter-is-not-taken-up-again';
import { aReReviewFollowsAReview } from './rules/a-re-review-follows-a-review';
import { aReviewGoesToTheNextLevel } from './rules/a-review-goes-to-the-next-level';
import { aReviewIsAskedWithinItsWindow } from './rules/a-review-is-asked-within-its-window';
import { aReviewIsDecidedFirst } from './rules/a-review-is-decided-first';

/** Of the opinion: its office; of the review: whoever decided it. */
export const askReview = (
  stage: Stage,
  { id, data, occurredAt }: Given<'AskReview' | 'AskReReview'>,
  state: CaseState,
  { offices, duties }: DecisionContext,
): Decided =>
  when(state, ['answered', 'closed'], ({ office, subject, parts: { review } }) => {
    const of = stage === 're-review' && review.status === 'decided' ? review.by : office;
    const to = data.to ?? offices.superior(of);
    if (to === undefined) return refuse('next-level-unknown', { office: of });
    const { reasons } = data;
    const words = reasons && { reasons: personal(reasons, subjectOf(id, { ...(subject && { subject }) })) };
    return unlessRefused(
      [
        aFinalMatterIsNotTakenUpAgain(review),
        aReviewIsDecidedFirst(review),
        aReReviewFollowsAReview(stage, review),
        aReviewIsAskedWithinItsWindow(stage, duties(), occurredAt),
        anOfficeIsInTheDirectory(offices, to),
        aReviewGoesToTheNextLevel(offices, of, to),
      ],
      { type: 'ReviewAsked', data: { stage, of, to, ...words } },
    );
  });
