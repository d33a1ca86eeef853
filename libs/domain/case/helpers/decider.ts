import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { anOfficeIsInTheDirectory } from '../../rules/an-office-is-in-the-directory';
import { anOfficeIsNotSucceeded } from '../../rules/an-office-is-not-succeeded';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { theAccusedNeverHandle } from '../recusal/rules/the-accused-never-handle';
import { aCaseIsSentToAnotherOffice } from '../spine/rules/a-case-is-sent-to-another-office';
import type { CaseState } from '../state';
import { when, type Decided } from '../step';
import type { HelpersCommand } from './commands';
import { aHelperIsCalledOnceAtATime } from './rules/a-helper-is-called-once-at-a-time';
import { helpIsInThatStanding } from './rules/help-is-in-that-standing';
import { calledAs } from './state';

type Given<T extends HelpersCommand['type']> = Extract<HelpersCommand, { type: T }> & Issued;

export function decideHelpers(
  command: HelpersCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'CallHelp':
      return call(command, state, context);
    case 'GiveHelp':
      return give(command, state);
    case 'AssessHelp':
      return assess(command, state);
    default:
      return unreachable(command);
  }
}

/** The office that holds the case leads; those whom it calls in help, and answer to it (Art. 24). */
const call = ({ data, office }: Given<'CallHelp'>, state: CaseState, { offices }: DecisionContext) =>
  when(state, ['sent', 'acknowledged', 'accepted'], (held) =>
    unlessRefused(
      [
        onlyTheHolderActs(held.office, office),
        anOfficeIsInTheDirectory(offices, data.helper),
        anOfficeIsNotSucceeded(offices, data.helper),
        aCaseIsSentToAnotherOffice(held.office, data.helper),
        theAccusedNeverHandle(data.helper, held.parts.recusal.keptFrom, offices),
        aHelperIsCalledOnceAtATime(held.parts.helpers, data.helper),
      ],
      { type: 'HelpCalled', data: { by: held.office, ...data } },
    ),
  );

const give = ({ data, office }: Given<'GiveHelp'>, state: CaseState): Decided =>
  when(state, ['sent', 'acknowledged', 'objected', 'accepted', 'answered'], ({ parts: { helpers } }) => {
    const helper = calledAs(helpers, data.helper);
    const by = helpers.helpers[helper]?.office ?? helper;
    return unlessRefused([helpIsInThatStanding(helpers, helper, 'called'), onlyTheHolderActs(by, office)], {
      type: 'HelpGiven',
      data: { by, ...data, helper },
    });
  });

const assess = ({ data, office }: Given<'AssessHelp'>, state: CaseState): Decided =>
  when(state, ['sent', 'acknowledged', 'objected', 'accepted', 'answered', 'closed'], (held) => {
    const { helpers } = held.parts;
    const helper = calledAs(helpers, data.helper);
    return unlessRefused(
      [onlyTheHolderActs(held.office, office), helpIsInThatStanding(helpers, helper, 'given')],
      { type: 'HelpAssessed', data: { by: held.office, ...data, helper } },
    );
  });
