import { deterministicId, personal, unreachable } from '@huiyin/kernel';
import {
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { adoptedPack } from '../adopted';
import { recordBreach, remindOffice } from '../escalated';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { caseCommands, type CaseCommand } from './commands';
import type { CaseEvent, Petitioner } from './events';
import { aCaseIsSentToAnotherOffice } from './rules/a-case-is-sent-to-another-office';
import { aJointVisitNamesAtMostFive } from './rules/a-joint-visit-names-at-most-five';
import { anAnswerIsExtendedOnce } from './rules/an-answer-is-extended-once';
import { anAssignedCaseIsReportedBeforeClosing } from './rules/an-assigned-case-is-reported-before-closing';
import { anObjectionComesWithinItsWindow } from './rules/an-objection-comes-within-its-window';
import { everyClaimHasOneOutcome } from './rules/every-claim-has-one-outcome';
import { evolve, unregistered, type CaseState, type CaseStatus, type In } from './state';

type Decided = Decision<CaseEvent>;
type Given<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }> & Issued;

/** The state, if it is one of those in which the step exists. */
function when<S extends CaseStatus>(
  state: CaseState,
  statuses: readonly S[],
  decide: (state: In<S>) => Decided,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  if (!statuses.some((status) => status === state.status))
    return refuse('wrong-state', { status: state.status });
  return decide(state as In<S>);
}

function decide(command: CaseCommand & Issued, state: CaseState, context: DecisionContext): Decided {
  switch (command.type) {
    case 'RegisterCase':
      return register(command, state, context);
    case 'SortCase':
      return when(state, ['registered', 'sorted'], ({ receiver, claims }) => {
        const unknown = command.data.routes.find(({ claim }) => !claims.includes(claim));
        if (unknown) return refuse('claim-unknown', { claim: unknown.claim });
        const event: CaseEvent = { type: 'CaseSorted', data: { by: receiver, ...command.data } };
        return unlessRefused([onlyTheHolderActs(receiver, command.office)], event);
      });
    case 'SendCase':
      return when(state, ['sorted'], ({ receiver, reachable }) =>
        unlessRefused(
          [
            onlyTheHolderActs(receiver, command.office),
            aCaseIsSentToAnotherOffice(receiver, command.data.to),
          ],
          { type: 'CaseSent', data: { by: receiver, reachable, ...command.data } },
        ),
      );
    case 'AcknowledgeCase':
      return when(state, ['sent'], ({ office }) =>
        unlessRefused([onlyTheHolderActs(office, command.office)], {
          type: 'CaseAcknowledged',
          data: { by: office, how: command.data.how },
        }),
      );
    case 'ObjectToCase':
      return when(state, ['sent', 'acknowledged'], ({ office }) =>
        unlessRefused(
          [
            onlyTheHolderActs(office, command.office),
            anObjectionComesWithinItsWindow(context.duties(), command.occurredAt),
          ],
          { type: 'CaseObjected', data: { by: office, reasons: command.data.reasons } },
        ),
      );
    case 'UpholdObjection':
      return when(state, ['objected'], ({ receiver, office }) =>
        unlessRefused([onlyTheHolderActs(receiver, command.office)], {
          type: 'ObjectionUpheld',
          data: { by: receiver, from: office },
        }),
      );
    case 'RejectObjection':
      return when(state, ['objected'], ({ receiver, office }) =>
        unlessRefused([onlyTheHolderActs(receiver, command.office)], {
          type: 'ObjectionRejected',
          data: { by: receiver, office, reasons: command.data.reasons },
        }),
      );
    case 'AcceptCase':
      return when(state, ['acknowledged'], ({ office, procedure }) =>
        unlessRefused([onlyTheHolderActs(office, command.office)], {
          type: 'CaseAccepted',
          data: { by: office, procedure },
        }),
      );
    case 'ExtendAnswer':
      return when(state, ['accepted'], (accepted) =>
        unlessRefused(
          [onlyTheHolderActs(accepted.office, command.office), anAnswerIsExtendedOnce(accepted)],
          {
            type: 'AnswerExtended',
            data: { by: accepted.office, ...command.data },
          },
        ),
      );
    case 'TellExtension':
      return when(state, ['accepted', 'answered'], ({ office, extended }) =>
        extended === 'untold'
          ? unlessRefused([onlyTheHolderActs(office, command.office)], {
              type: 'ExtensionTold',
              data: { by: office, how: command.data.how },
            })
          : refuse('no-extension-to-tell'),
      );
    case 'AnswerCase':
      return when(state, ['accepted'], ({ office, claims }) =>
        unlessRefused(
          [
            onlyTheHolderActs(office, command.office),
            everyClaimHasOneOutcome(
              claims,
              command.data.outcomes.map(({ claim }) => claim),
            ),
          ],
          { type: 'CaseAnswered', data: { by: office, ...command.data } },
        ),
      );
    case 'ReportClosing':
      return when(state, ['answered'], ({ office, reported }) =>
        reported
          ? refuse('already-reported')
          : unlessRefused([onlyTheHolderActs(office, command.office)], {
              type: 'ClosingReported',
              data: { by: office, text: command.data.text },
            }),
      );
    case 'CloseCase':
      return when(state, ['answered'], (answered) =>
        unlessRefused(
          [
            onlyTheHolderActs(answered.office, command.office),
            anAssignedCaseIsReportedBeforeClosing(answered),
          ],
          { type: 'CaseClosed', data: { by: answered.office } },
        ),
      );
    case 'ReopenCase':
      return when(state, ['closed'], ({ receiver }) =>
        unlessRefused([onlyTheHolderActs(receiver, command.office)], {
          type: 'CaseReopened',
          data: { by: receiver, reasons: command.data.reasons },
        }),
      );
    case 'RemindOffice':
      return state.status === 'unregistered'
        ? refuse('does-not-exist')
        : remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return state.status === 'unregistered'
        ? refuse('does-not-exist')
        : recordBreach(command.data.dutyId, command.now, state.breached, context);
    default:
      return unreachable(command);
  }
}

function register(command: Given<'RegisterCase'>, state: CaseState, { rules }: DecisionContext): Decided {
  if (state.status !== 'unregistered') return refuse('already-exists');
  const { petitioner, statement, receivedAt, claims, ...given } = command.data;
  const pack = adoptedPack(rules, given.pack);
  if (pack === undefined) return refuse('policy-unknown', { pack: given.pack });
  const subject = petitioner?.subject ?? deterministicId('petitioner', command.id);
  return unlessRefused([aJointVisitNamesAtMostFive(given.channel, given.representatives)], {
    type: 'CaseRegistered',
    data: {
      ...given,
      pack,
      claims: claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim })),
      petitioner: petitioner && sealable(petitioner, subject),
      statement: statement === undefined ? undefined : personal(statement, subject),
      reachable:
        petitioner?.name !== undefined &&
        (petitioner.phone ?? petitioner.address ?? petitioner.email) !== undefined,
      receivedAt: receivedAt ?? command.occurredAt,
    },
  });
}

function sealable(
  given: NonNullable<Given<'RegisterCase'>['data']['petitioner']>,
  subject: string,
): Petitioner {
  const seal = (text: string | undefined) => (text === undefined ? undefined : personal(text, subject));
  return {
    subject,
    name: seal(given.name),
    identityNumber: seal(given.identityNumber),
    phone: seal(given.phone),
    email: seal(given.email),
    address: seal(given.address),
  };
}

const versions: Readonly<Record<CaseEvent['type'], number>> = {
  CaseRegistered: 1,
  CaseSorted: 1,
  CaseSent: 1,
  CaseAcknowledged: 1,
  CaseObjected: 1,
  ObjectionUpheld: 1,
  ObjectionRejected: 1,
  CaseAccepted: 1,
  AnswerExtended: 1,
  ExtensionTold: 1,
  CaseAnswered: 1,
  ClosingReported: 1,
  CaseClosed: 1,
  CaseReopened: 1,
  OfficeReminded: 1,
  DutyBreached: 1,
};

export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  name: 'case',
  chinese: '信访件',
  commands: caseCommands,
  begunBy: 'RegisterCase',
  begins: 'once',
  versions,
  initial: unregistered,
  decide,
  evolve,
};
