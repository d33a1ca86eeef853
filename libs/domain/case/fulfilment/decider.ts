import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { FulfilmentCommand } from './commands';
import { anAnswerIsDeliveredOnce } from './rules/an-answer-is-delivered-once';
import { onlyWhatIsOwedIsCarriedOut } from './rules/only-what-is-owed-is-carried-out';

export function decideFulfilment(command: FulfilmentCommand & Issued, state: CaseState): Decided {
  switch (command.type) {
    case 'DeliverAnswer':
      return deliverAnswer(command, state);
    case 'CarryOutClaim':
      return carryOutClaim(command, state);
    default:
      return unreachable(command);
  }
}

const deliverAnswer = ({ office: acting, data }: Given<'DeliverAnswer'>, state: CaseState): Decided =>
  when(state, ['answered', 'closed'], ({ office, parts }) =>
    unlessRefused([onlyTheHolderActs(office, acting), anAnswerIsDeliveredOnce(parts.fulfilment)], {
      type: 'AnswerDelivered',
      data: { by: office, how: data.how },
    }),
  );

const carryOutClaim = ({ office: acting, data }: Given<'CarryOutClaim'>, state: CaseState): Decided =>
  when(state, ['answered', 'closed'], ({ office, parts }) =>
    unlessRefused(
      [onlyTheHolderActs(office, acting), onlyWhatIsOwedIsCarriedOut(parts.fulfilment, data.claim)],
      {
        type: 'ClaimCarriedOut',
        data: { by: office, ...data },
      },
    ),
  );
