import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import type { AgreementCommand } from './commands';
import { agreementMade, anAgreementHolds } from './make-agreement';
import { openInstalments } from './state';

export function decideAgreement(
  command: AgreementCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'MakeAgreement':
      return makeAgreement(command, state, context);
    case 'KeepInstalment':
      return keepInstalment(command, state);
    default:
      return unreachable(command);
  }
}

const makeAgreement = (
  command: Given<'MakeAgreement'>,
  state: CaseState,
  context: DecisionContext,
): Decided =>
  when(state, ['accepted', 'answered'], (running) =>
    unlessRefused(
      [
        onlyTheHolderActs(running.office, command.office),
        ...anAgreementHolds(command.data, running, command, context),
      ],
      agreementMade(command.data, false, running),
    ),
  );

/** An instalment is kept by the office that promised it, whoever holds the case by then. */
function keepInstalment({ office: acting, data }: Given<'KeepInstalment'>, state: CaseState): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  const promised = openInstalments(state.parts.agreement).find(
    ({ instalment }) => instalment === data.instalment,
  );
  if (!promised) return refuse('instalment-unknown', { instalment: data.instalment });
  const { office: by } = promised;
  return unlessRefused([onlyTheHolderActs(by, acting)], { type: 'InstalmentKept', data: { by, ...data } });
}
