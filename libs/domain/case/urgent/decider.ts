import { unreachable } from '@huiyin/kernel';
import { refuse, unlessRefused, type DecisionContext, type Issued } from '../../decider';
import { onlyTheHolderActs } from '../../rules/only-the-holder-acts';
import { onlyAnOfficeOfTheCaseActs } from '../spine/rules/only-an-office-of-the-case-acts';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import type { UrgentCommand } from './commands';
import { RECIPIENTS, type Recipient, type UrgentEvent } from './events';
import { aReportThatCameIsAcknowledged } from './rules/a-report-that-came-is-acknowledged';
import { aReportUpIsOwed } from './rules/a-report-up-is-owed';
import { theMatterHasReachedIt } from './rules/the-matter-has-reached-it';
import { urgencyIsFoundOnce } from './rules/urgency-is-found-once';
import { calm, wayUpOf } from './state';
import { owedUp } from './way-up';

type Registered = Exclude<CaseState, { status: 'unregistered' }>;

export function decideUrgent(
  command: UrgentCommand & Issued,
  state: CaseState,
  context: DecisionContext,
): Decided {
  if (state.status === 'unregistered') return refuse('does-not-exist');
  switch (command.type) {
    case 'FindUrgency':
      return findUrgency(command, state, context);
    case 'ReportUrgent':
      return reportUrgent(command, state);
    case 'ReportUp':
      return reportUp(command, state, context);
    case 'AcknowledgeReport':
      return acknowledgeReport(command, state);
    case 'FollowUpUrgency':
      return followUp(command, state);
    default:
      return unreachable(command);
  }
}

const OWN_LEVEL: readonly Recipient[] = ['party', 'government', 'joint-conference'];

/** An office tells its own level; the petition department also the level above and the national one (Art. 25). */
function findUrgency(
  { data, office }: Given<'FindUrgency'>,
  state: Registered,
  { offices }: DecisionContext,
): Decided {
  const by = office ?? ('office' in state ? state.office : state.receiver);
  const recipients = by === state.receiver ? RECIPIENTS : OWN_LEVEL;
  return unlessRefused<UrgentEvent>(
    [onlyAnOfficeOfTheCaseActs(state, office), urgencyIsFoundOnce(state.parts.urgent)],
    { type: 'UrgencyFound', data: { by, ...data, reports: recipients.map((recipient) => ({ recipient })) } },
    ...owedUp(by, wayUpOf(calm), offices),
  );
}

function reportUrgent({ data, office }: Given<'ReportUrgent'>, { parts }: Registered): Decided {
  const { urgent } = parts;
  if (urgent.status === 'calm' || !urgent.owed.includes(data.recipient))
    return refuse('no-urgent-report-owed', { recipient: data.recipient });
  const { by } = urgent;
  return unlessRefused([onlyTheHolderActs(by, office)], { type: 'UrgentReported', data: { by, ...data } });
}

/** Whoever was told owes its own report up at once: silence at one level does not stop the clock of the next. */
function reportUp(
  { data: { from, text }, office }: Given<'ReportUp'>,
  { parts }: Registered,
  { offices }: DecisionContext,
): Decided {
  const up = wayUpOf(parts.urgent);
  const to = up.owed.find((hop) => hop.from === from)?.to ?? '';
  return unlessRefused<UrgentEvent>(
    [aReportUpIsOwed(up, from), onlyTheHolderActs(from, office)],
    { type: 'ReportedUp', data: { from, to, text } },
    ...owedUp(to, up, offices),
  );
}

function acknowledgeReport(
  { data: { from }, office }: Given<'AcknowledgeReport'>,
  { parts }: Registered,
): Decided {
  const up = wayUpOf(parts.urgent);
  const by = up.told.find((hop) => hop.from === from)?.to ?? '';
  return unlessRefused([aReportThatCameIsAcknowledged(up, from), onlyTheHolderActs(by, office)], {
    type: 'ReportAcknowledged',
    data: { from, by },
  });
}

function followUp({ data, office }: Given<'FollowUpUrgency'>, { parts }: Registered): Decided {
  const { urgent } = parts;
  if (urgent.status === 'calm') return refuse('no-urgent-report-owed');
  return unlessRefused(
    [theMatterHasReachedIt(urgent.by, urgent.up, data.by), onlyTheHolderActs(data.by, office)],
    { type: 'UrgencyFollowedUp', data },
  );
}
