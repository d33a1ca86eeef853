import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import { askReview } from './ask';
import type { PetitionReviewCommand } from './commands';
import { decideAsked } from './decide';

export function decidePetitionReview(
  command: PetitionReviewCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'AskReview':
      return askReview('review', command, state, context);
    case 'AskReReview':
      return askReview('re-review', command, state, context);
    case 'DecideReview':
      return decideAsked('review', command, state, context);
    case 'DecideReReview':
      return decideAsked('re-review', command, state, context);
    case 'IssueFinalPaper':
      return issueFinalPaper(command, state);
    default:
      return unreachable(command);
  }
}

const issueFinalPaper = ({ office: acting, data }: Given<'IssueFinalPaper'>, state: CaseState): Decided =>
  when(state, ['answered', 'closed'], ({ parts: { review } }) =>
    review.status === 'decided' && review.stage === 're-review'
      ? unlessRefused([onlyTheHolderActs(review.by, acting)], {
          type: 'FinalPaperIssued',
          data: { by: review.by, ...data },
        })
      : refuse('no-final-paper-owed'),
  );
