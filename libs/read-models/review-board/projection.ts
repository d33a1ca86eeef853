import type { Finding } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { reviewBoardTable, type ReviewRow } from './table';

const PREFIX = 'review-';

function opened(id: string, event: LogEvent & { type: 'ReviewOpened' }): ReviewRow {
  const { caseId, office, by, pack, reasons, rule = null, dutyId = null } = event.data;
  return {
    id,
    status: 'opened',
    ...{ caseId, office, by, pack, reasons, rule, dutyId },
    openedAt: event.occurredAt,
    statedAt: null,
    proposedAt: null,
    confirmedAt: null,
    closedAt: null,
    outcome: null,
    kind: null,
    gravity: null,
    proposed: null,
    finding: null,
    measures: null,
    faultsInWindow: null,
    breaches: 0,
    revision: event.revision,
  };
}

const found = (finding: Finding): Partial<ReviewRow> => ({
  finding,
  outcome: finding.outcome,
  kind: finding.outcome === 'fault' ? finding.kind : null,
  gravity: finding.outcome === 'fault' ? finding.gravity : null,
});

function step(row: ReviewRow, event: LogEvent): Partial<ReviewRow> {
  switch (event.type) {
    case 'SideStated':
      return { statedAt: event.occurredAt };
    case 'FindingProposed':
      return { status: 'proposed', proposedAt: event.occurredAt, proposed: event.data.finding };
    case 'FindingConfirmed':
      return { status: 'confirmed', confirmedAt: event.occurredAt, ...found(event.data.finding) };
    case 'ReviewClosed':
      return { status: 'closed', closedAt: event.occurredAt, measures: event.data.measures };
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    // The other events of a review leave it where it is.
    default:
      return {};
  }
}

/** One row per accountability review (责任倒查) of an office, with what it came to. */
export const reviewBoard = defineView(reviewBoardTable, {
  name: 'review-board',
  version: 1,
  groupsOf(event) {
    if (event.type === 'FaultCounted') return [event.data.reviewId];
    return event.stream.startsWith(PREFIX) ? [event.stream.slice(PREFIX.length)] : [];
  },
  project(rows, event, { group }) {
    const [row] = rows as readonly ReviewRow[];
    if (event.type === 'ReviewOpened') return row ? [row] : [opened(group, event)];
    if (!row) return [];
    if (event.type === 'FaultCounted') return [{ ...row, faultsInWindow: event.data.inWindow }];
    return [{ ...row, ...step(row, event), revision: event.revision }];
  },
});
