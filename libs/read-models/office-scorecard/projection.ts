import type { ReviewEvents } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { COUNTS, officeScorecardTable, type Count, type ScorecardRow } from './table';

interface Counted {
  office: string;
  count: Count;
  /** -1 where a dispute took back what was counted in that month. */
  change?: -1;
  /** Default: that in which the event happened. */
  month?: string;
}

/** What an event counts, and for which office. Only offices are counted. */
export function counts(event: LogEvent): readonly Counted[] {
  if (event.type === 'FindingRevised') return revised(event.data);
  const one = counted(event);
  return one ? [one] : [];
}

const outcomeOf = ({ outcome }: { outcome: string }): Count => (outcome === 'fault' ? 'faults' : 'noFaults');

/** What was found first is taken out of its month, and what is found now counts there. */
function revised({ office, was, finding, confirmedOn }: ReviewEvents['FindingRevised']): readonly Counted[] {
  if (was.outcome === finding.outcome) return [];
  const month = confirmedOn.slice(0, 7);
  return [
    { office, month, count: outcomeOf(was), change: -1 },
    { office, month, count: outcomeOf(finding) },
  ];
}

function counted(event: LogEvent): Counted | undefined {
  switch (event.type) {
    case 'CaseRegistered':
      return { office: event.data.receiver, count: 'received' };
    case 'CaseSent':
      return { office: event.data.to, count: 'received' };
    case 'CaseAcknowledged':
      return { office: event.data.by, count: 'acknowledged' };
    case 'CaseAccepted':
      return { office: event.data.by, count: 'accepted' };
    case 'CaseObjected':
      return { office: event.data.by, count: 'objected' };
    case 'ObjectionUpheld':
      return { office: event.data.from, count: 'returned' };
    case 'CaseAnswered':
      return { office: event.data.by, count: 'answered' };
    case 'CaseClosed':
      return { office: event.data.by, count: 'closed' };
    case 'AnswerExtended':
      return { office: event.data.by, count: 'extended' };
    case 'OfficeReminded':
      return { office: event.data.office, count: 'reminded' };
    case 'DutyBreached':
      return { office: event.data.office, count: 'breached' };
    case 'SupervisionOrdered':
      return { office: event.data.office, count: 'supervised' };
    case 'ReviewOpened':
      return { office: event.data.office, count: 'reviewed' };
    case 'FindingConfirmed':
    case 'LinkFound':
      return { office: event.data.office, count: outcomeOf(event.data.finding) };
    // Everything else says nothing about how an office does.
    default:
      return undefined;
  }
}

const ZERO = Object.fromEntries(COUNTS.map((count) => [count, 0])) as Record<Count, number>;

/** Per office and month, how often each step was taken: counted when it happened, not when it was written down. */
export const officeScorecard = defineView(officeScorecardTable, {
  name: 'office-scorecard',
  version: 2,
  groupsOf: (event) => [...new Set(counts(event).map(({ office }) => office))],
  project: (rows, event, { group, day }) =>
    counts(event).reduce<readonly ScorecardRow[]>((all, { count, change = 1, month = day.slice(0, 7) }) => {
      const row = all.find((one) => one.month === month) ?? { office: group, month, ...ZERO };
      return [...all.filter((one) => one !== row), { ...row, [count]: row[count] + change }];
    }, rows),
});
