import { unreachable } from '@huiyin/kernel';
import { accept, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { onlyAnOfficeOfTheCaseActs } from '../spine/rules/only-an-office-of-the-case-acts';
import type { CaseState } from '../state';
import { ORDINARY_WAY, when, type Decided, type Given } from '../step';
import type { MatterCommand } from './commands';
import { countRepeat, uncountRepeat } from './count-repeat';
import { aCaseIsLinkedToAnotherCase } from './rules/a-case-is-linked-to-another-case';
import { aLeadCaseIsOpen } from './rules/a-lead-case-is-open';
import { anOutcomeIsToldOnceThereIsOne } from './rules/an-outcome-is-told-once-there-is-one';

export function decideMatter(
  command: MatterCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  switch (command.type) {
    case 'LinkCase':
      return linkCase(command, state, context);
    case 'MergeCase':
      return mergeCase(command, state, context);
    case 'TellLeadOutcome':
      return tellLeadOutcome(command, state, context);
    case 'SplitCase':
      return splitCase(command, state);
    case 'CountRepeat':
      return countRepeat(command, state);
    case 'UncountRepeat':
      return uncountRepeat(command, state);
    default:
      return unreachable(command);
  }
}

/** The other cases that a command names, which the decision looks at too. */
export const casesNamedBy = (
  command: { type: string; data: unknown },
  stateNow: () => CaseState,
): readonly string[] => {
  const { to, lead } = command.data as { to?: string; lead?: string };
  if (command.type === 'LinkCase') return [to!];
  if (command.type === 'MergeCase') return [lead!];
  if (command.type !== 'TellLeadOutcome') return [];
  const state = stateNow();
  return state.status === 'merged' ? [state.lead] : [];
};

const other = ({ other: find }: DecisionContext, id: string): CaseState | undefined =>
  find(id) as CaseState | undefined;

/** Linked twice to the same case in the same way: there is nothing left to say. */
const linkCase = (
  { id, office, data }: Given<'LinkCase'>,
  state: CaseState,
  context: DecisionContext,
): Decided =>
  when(state, ORDINARY_WAY, (present) =>
    present.parts.matter.links.some(({ to, as }) => to === data.to && as === data.as)
      ? accept()
      : unlessRefused(
          [
            onlyAnOfficeOfTheCaseActs(present, office),
            aCaseIsLinkedToAnotherCase(id, data.to, other(context, data.to)),
          ],
          { type: 'CaseLinked', data: { by: office ?? present.receiver, ...data } },
        ),
  );

const mergeCase = (
  { id, office, data }: Given<'MergeCase'>,
  state: CaseState,
  context: DecisionContext,
): Decided =>
  when(state, ['registered', 'sorted'], ({ receiver }) => {
    const lead = other(context, data.lead);
    return unlessRefused(
      [
        onlyTheHolderActs(receiver, office),
        aCaseIsLinkedToAnotherCase(id, data.lead, lead),
        aLeadCaseIsOpen(lead),
      ],
      { type: 'CaseMerged', data: { by: receiver, ...data } },
    );
  });

const tellLeadOutcome = (
  { office, data }: Given<'TellLeadOutcome'>,
  state: CaseState,
  context: DecisionContext,
): Decided =>
  when(state, ['merged'], ({ receiver, lead }) =>
    unlessRefused(
      [onlyTheHolderActs(receiver, office), anOutcomeIsToldOnceThereIsOne(other(context, lead))],
      { type: 'LeadOutcomeTold', data: { by: receiver, lead, ...data } },
    ),
  );

/** What was merged wrongly goes its own way again. */
const splitCase = ({ office, data }: Given<'SplitCase'>, state: CaseState): Decided =>
  when(state, ['merged'], ({ receiver, lead }) =>
    unlessRefused([onlyTheHolderActs(receiver, office)], {
      type: 'CaseSplit',
      data: { by: receiver, lead, ...data },
    }),
  );
