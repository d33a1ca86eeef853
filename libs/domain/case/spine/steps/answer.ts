import { refuse, unlessRefused } from '../../../decider';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { anAnswerIsExtendedOnce } from '../rules/an-answer-is-extended-once';
import { anAssignedCaseIsReportedBeforeClosing } from '../rules/an-assigned-case-is-reported-before-closing';
import { anExtensionLengthensARunningPeriod } from '../rules/an-extension-lengthens-a-running-period';
import { everyClaimHasOneOutcome } from '../rules/every-claim-has-one-outcome';
import { litigationHasItsDirections } from '../../directions/rules/litigation-has-its-directions';
import { petitionClaims } from '../claims';
import { when, type Step } from '../../step';

export const extendAnswer: Step<'ExtendAnswer'> = (command, state, context) =>
  when(state, ['accepted'], (accepted) =>
    unlessRefused(
      [
        onlyTheHolderActs(accepted.office, command.office),
        anAnswerIsExtendedOnce(accepted),
        anExtensionLengthensARunningPeriod(context, command.occurredAt),
      ],
      { type: 'AnswerExtended', data: { by: accepted.office, ...command.data } },
    ),
  );

export const tellExtension: Step<'TellExtension'> = (command, state) =>
  when(state, ['accepted', 'answered'], ({ office, extended }) =>
    extended !== 'no' && !extended.includes(command.data.to)
      ? unlessRefused([onlyTheHolderActs(office, command.office)], {
          type: 'ExtensionTold',
          data: { by: office, ...command.data },
        })
      : refuse('no-extension-to-tell'),
  );

export const answerCase: Step<'AnswerCase'> = (command, state) =>
  when(state, ['accepted'], (accepted) => {
    const { office } = accepted;
    const answered = command.data.outcomes.map(({ claim }) => claim);
    return unlessRefused(
      [
        onlyTheHolderActs(office, command.office),
        everyClaimHasOneOutcome(petitionClaims(accepted), answered),
      ],
      { type: 'CaseAnswered', data: { by: office, ...command.data } },
    );
  });

export const reportClosing: Step<'ReportClosing'> = (command, state) =>
  when(state, ['answered'], ({ office, reported }) =>
    reported
      ? refuse('already-reported')
      : unlessRefused([onlyTheHolderActs(office, command.office)], {
          type: 'ClosingReported',
          data: { by: office, text: command.data.text },
        }),
  );

export const closeCase: Step<'CloseCase'> = (command, state) =>
  when(state, ['answered'], (answered) =>
    unlessRefused(
      [
        onlyTheHolderActs(answered.office, command.office),
        anAssignedCaseIsReportedBeforeClosing(answered),
        litigationHasItsDirections(answered.litigation, answered.parts.directions),
      ],
      { type: 'CaseClosed', data: { by: answered.office } },
    ),
  );
