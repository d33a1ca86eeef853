import { localDate } from '@huiyin/kernel';
import { refuse, unlessRefused } from '../../../decider';
import { onlyTheHolderActs } from '../../../rules/only-the-holder-acts';
import { anAnswerIsExtendedOnce } from '../rules/an-answer-is-extended-once';
import { anAssignedCaseIsReportedBeforeClosing } from '../rules/an-assigned-case-is-reported-before-closing';
import { anExtensionLengthensARunningPeriod } from '../rules/an-extension-lengthens-a-running-period';
import { aPromiseLiesAhead } from '../../rules/a-promise-lies-ahead';
import { noOtherDutyIsOpen } from '../../rules/no-other-duty-is-open';
import { owedBeforeClosing } from '../../rules/owed-before-closing';
import { aRedoDoesNotRepeatTheAnswer } from '../../review/rules/a-redo-does-not-repeat-the-answer';
import { everyClaimHasOneOutcome } from '../rules/every-claim-has-one-outcome';
import { litigationHasItsDirections } from '../../directions/rules/litigation-has-its-directions';
import { petitionClaims } from '../claims';
import { onlyWhatIsSupportedIsCarriedOut } from '../rules/only-what-is-supported-is-carried-out';
import { withDayToCarryOut } from '../carry-out';
import { theHeadApprovesAnExtension } from '../rules/the-head-approves-an-extension';
import { theReplyNamesItsRemedy } from '../rules/the-reply-names-its-remedy';
import { when, type Step } from '../../step';

export const extendAnswer: Step<'ExtendAnswer'> = (command, state, context) =>
  when(state, ['accepted'], (accepted) =>
    unlessRefused(
      [
        onlyTheHolderActs(accepted.office, command.office),
        theHeadApprovesAnExtension(context.offices, accepted.office, command.data.approvedBy),
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

export const answerCase: Step<'AnswerCase'> = (command, state, { rules }) =>
  when(state, ['accepted'], (accepted) => {
    const { office, pack, parts } = accepted;
    const today = localDate(command.occurredAt, rules.pack(pack).timeZone);
    const outcomes = withDayToCarryOut(command.data.outcomes, rules.pack(pack), today);
    const answered = outcomes.map(({ claim }) => claim);
    const promised = outcomes.flatMap(({ carryOutBy }) => carryOutBy ?? []);
    return unlessRefused(
      [
        onlyTheHolderActs(office, command.office),
        everyClaimHasOneOutcome(petitionClaims(accepted), answered),
        onlyWhatIsSupportedIsCarriedOut(outcomes),
        aPromiseLiesAhead(promised, today),
        aRedoDoesNotRepeatTheAnswer(rules.pack(pack), parts.review.setAside, outcomes),
        theReplyNamesItsRemedy(rules.pack(pack), command.data.remedy),
      ],
      { type: 'CaseAnswered', data: { by: office, ...command.data, outcomes } },
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

/** The office that takes longer than the assignment allows says why, and how far it is (Beijing 2006). */
export const reportStage: Step<'ReportStage'> = (command, state) =>
  when(state, ['sent', 'acknowledged', 'accepted', 'answered'], ({ office, mode }) =>
    mode === 'assign'
      ? unlessRefused([onlyTheHolderActs(office, command.office)], {
          type: 'StageReported',
          data: { by: office, ...command.data },
        })
      : refuse('not-assigned'),
  );

export const closeCase: Step<'CloseCase'> = (command, state, context) =>
  when(state, ['answered'], (answered) =>
    unlessRefused(
      [
        onlyTheHolderActs(answered.office, command.office),
        anAssignedCaseIsReportedBeforeClosing(answered),
        litigationHasItsDirections(answered.litigation, answered.parts.directions),
        ...owedBeforeClosing(answered.parts),
        noOtherDutyIsOpen(context),
      ],
      { type: 'CaseClosed', data: { by: answered.office } },
    ),
  );
