import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { onlyAnOfficeOfTheCaseActs } from '../spine/rules/only-an-office-of-the-case-acts';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import type { UrgentCommand } from './commands';
import { RECIPIENTS, type Recipient } from './events';
import { urgencyIsFoundOnce } from './rules/urgency-is-found-once';

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

export function decideUrgent(command: UrgentCommand & Issued, state: CaseState): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  switch (command.type) {
    case 'FindUrgency':
      return findUrgency(command, state);
    case 'ReportUrgent':
      return reportUrgent(command, state);
    default:
      return unreachable(command);
  }
}

const OWN_LEVEL: readonly Recipient[] = ['party', 'government', 'joint-conference'];

/** An office tells its own level; the petition department also the level above and the national one (Art. 25). */
function findUrgency({ data, office }: Given<'FindUrgency'>, state: Registered): Decided {
  const by = office ?? ('office' in state ? state.office : state.receiver);
  const recipients = by === state.receiver ? RECIPIENTS : OWN_LEVEL;
  return unlessRefused([onlyAnOfficeOfTheCaseActs(state, office), urgencyIsFoundOnce(state.parts.urgent)], {
    type: 'UrgencyFound',
    data: { by, ...data, reports: recipients.map((recipient) => ({ recipient })) },
  });
}

function reportUrgent({ data, office }: Given<'ReportUrgent'>, { parts }: Registered): Decided {
  const { urgent } = parts;
  if (urgent.status === 'calm' || !urgent.owed.includes(data.recipient))
    return refuse('no-urgent-report-owed', { recipient: data.recipient });
  const { by } = urgent;
  return unlessRefused([onlyTheHolderActs(by, office)], { type: 'UrgentReported', data: { by, ...data } });
}
