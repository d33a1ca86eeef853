import { deterministicId, personal, unreachable } from '@huiyin/kernel';
import { unlessRefused, type Issued } from '../../decider';
import type { CaseState } from '../state';
import { when, type Decided } from '../step';
import type { RatingCommand } from './commands';
import { thePetitionerIsTold } from '../fulfilment/rules/the-petitioner-is-told';
import { anAnswerIsRatedOnce } from './rules/an-answer-is-rated-once';
import { noOfficeRatesItself } from './rules/no-office-rates-itself';

export function decideRating(command: RatingCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'RateCase':
      return rateCase(command, state);
    default:
      return unreachable(command.type);
  }
}

const rateCase = ({ id, office: acting, data }: RatingCommand & Issued, state: CaseState): Decided =>
  when(state, ['answered', 'closed'], ({ receiver, office, subject, parts }) => {
    const { comment, ...ratings } = data;
    const words = comment && { comment: personal(comment, subject ?? deterministicId('petitioner', id)) };
    return unlessRefused(
      [noOfficeRatesItself(acting), thePetitionerIsTold(parts.fulfilment), anAnswerIsRatedOnce(parts.rating)],
      {
        type: 'CaseRated',
        data: { receiver, office, ...ratings, ...words },
      },
    );
  });
