import { localDate, personal, unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { onlyAnOfficeOfTheCaseActs } from '../spine/rules/only-an-office-of-the-case-acts';
import type { CaseState } from '../state';
import { when, type Decided, type Given } from '../step';
import { subjectOf } from '../subject';
import type { RecordCommand } from './commands';
import { correctRecord } from './correct';
import { readPersonal } from './read-personal';
import { presentIn } from './present';
import { aDisputeIsAboutAnEventOfTheCase } from './rules/a-dispute-is-about-an-event-of-the-case';
import { aDisputeIsSettledWhileItIsOpen } from './rules/a-dispute-is-settled-while-it-is-open';
import { aRegistrationIsStruckOnTheWordOfThePerson } from './rules/a-registration-is-struck-on-the-word-of-the-person';

export function decideRecord(
  command: RecordCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  switch (command.type) {
    case 'DisputeRecord':
      return disputeRecord(command, state, context);
    case 'CorrectRecord':
      return correctRecord(command, state, context);
    case 'ReissueQueryCode':
      return reissueQueryCode(command, state);
    case 'ReadPersonal':
      return readPersonal(command, state, context);
    case 'RejectDispute':
      return rejectDispute(command, state);
    case 'StrikeRegistration':
      return strikeRegistration(command, state, context);
    default:
      return unreachable(command);
  }
}

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

function disputeRecord(
  { id, office, data }: Given<'DisputeRecord'>,
  state: Registered,
  { history }: DecisionContext,
): Decided {
  const { says, from, ...about } = data;
  return unlessRefused(
    [onlyAnOfficeOfTheCaseActs(state, office), aDisputeIsAboutAnEventOfTheCase(history, about.entry)],
    {
      type: 'RecordDisputed',
      data: {
        by: office ?? state.receiver,
        dispute: `d${state.parts.record.disputes + 1}`,
        from,
        ...about,
        says: from === 'petitioner' ? personal(says, subjectOf(id, state)) : says,
      },
    },
  );
}

/** By the receiver, which knows who brought it, and only to that person. */
function reissueQueryCode(
  { office, data, receipt }: Given<'ReissueQueryCode'>,
  { receiver: by }: Registered,
): Decided {
  return unlessRefused([onlyTheHolderActs(by, office)], {
    type: 'QueryCodeReissued',
    data: { by, ...data, ...(receipt !== undefined && { receipt }) },
  });
}

function rejectDispute({ office, data }: Given<'RejectDispute'>, state: Registered): Decided {
  const { receiver, parts } = state;
  return unlessRefused(
    [onlyTheHolderActs(receiver, office), aDisputeIsSettledWhileItIsOpen(parts.record, data.dispute)],
    { type: 'DisputeSettled', data: { by: receiver, outcome: 'rejected', ...data } },
  );
}

/** Somebody who only asked the way is no petitioner: nothing of it counts, and what stood stays readable. */
const strikeRegistration = (
  { office, data }: Given<'StrikeRegistration'>,
  state: Registered,
  { history, rules }: DecisionContext,
): Decided =>
  when(state, ['registered', 'sorted'], ({ receiver, pack, parts }) => {
    const registeredOn = localDate(history[0]!.occurredAt, rules.pack(pack).timeZone);
    const persons = Number(presentIn(history, 0, 'persons'));
    return unlessRefused(
      [
        onlyTheHolderActs(receiver, office),
        aDisputeIsSettledWhileItIsOpen(parts.record, data.dispute),
        aRegistrationIsStruckOnTheWordOfThePerson(parts.record, data.dispute),
      ],
      { type: 'RegistrationStruck', data: { by: receiver, reasons: data.reasons, registeredOn, persons } },
      { type: 'DisputeSettled', data: { by: receiver, outcome: 'struck', ...data } },
    );
  });
