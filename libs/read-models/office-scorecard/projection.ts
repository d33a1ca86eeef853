import { defineView, type LogEvent } from '../engine/view';
import { COUNTS, officeScorecardTable, type Count, type ScorecardRow } from './table';

/** What an event counts, and for which office: one or nothing. Only offices are counted. */
export function counted(event: LogEvent): { office: string; count: Count } | undefined {
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
      return {
        office: event.data.office,
        count: event.data.finding.outcome === 'fault' ? 'faults' : 'noFaults',
      };
    // Everything else says nothing about how an office does.
    default:
      return undefined;
  }
}

const ZERO = Object.fromEntries(COUNTS.map((count) => [count, 0])) as Record<Count, number>;

/** Per office and month, how often each step was taken: counted when it happened, not when it was written down. */
export const officeScorecard = defineView(officeScorecardTable, {
  name: 'office-scorecard',
  version: 1,
  groupsOf(event) {
    const found = counted(event);
    return found ? [found.office] : [];
  },
  project(rows, event, { group, day }) {
    const month = day.slice(0, 7);
    const { count } = counted(event)!;
    const row: ScorecardRow = rows.find((one) => one.month === month) ?? { office: group, month, ...ZERO };
    return [...rows.filter((one) => one !== row), { ...row, [count]: row[count] + 1 }];
  },
});
