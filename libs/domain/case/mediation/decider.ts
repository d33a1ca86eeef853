import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { agreementMade, anAgreementHolds } from '../agreement/make-agreement';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { MediationCommand } from './commands';
import { aMediationIsRunning } from './rules/a-mediation-is-running';
import { noMediationIsOpen } from './rules/no-mediation-is-open';

export function decideMediation(
  command: MediationCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'BeginMediation':
      return beginMediation(command, state);
    case 'EndMediation':
      return endMediation(command, state, context);
    default:
      return unreachable(command);
  }
}

const beginMediation = ({ office: acting, data }: Given<'BeginMediation'>, state: CaseState): Decided =>
  when(state, ['accepted', 'answered'], ({ office: by, parts }) =>
    unlessRefused([onlyTheHolderActs(by, acting), noMediationIsOpen(parts.mediation)], {
      type: 'MediationBegan',
      data: { by, ...data },
    }),
  );

const endMediation = (command: Given<'EndMediation'>, state: CaseState, context: DecisionContext): Decided =>
  when(state, ['accepted', 'answered'], (running) => {
    const { text, agreement } = command.data;
    const { office: by, parts } = running;
    return unlessRefused<CaseEvent>(
      [
        onlyTheHolderActs(by, command.office),
        aMediationIsRunning(parts.mediation),
        ...(agreement ? anAgreementHolds(agreement, running, command, context) : []),
      ],
      { type: 'MediationEnded', data: { by, agreed: agreement !== undefined, text } },
      ...(agreement ? [agreementMade(agreement, true, running)] : []),
    );
  });
