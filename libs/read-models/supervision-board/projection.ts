import { renamed } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { supervisionBoardTable, type SupervisionRow } from './table';

const PREFIX = 'supervision-';

function ordered(id: string, event: LogEvent & { type: 'SupervisionOrdered' }): SupervisionRow {
  const { caseId, office, by, pack, trigger, rule = null, dutyId = null, dueAt = null } = event.data;
  const { threshold = null, occurrence = null, cites = [], checklist = [] } = event.data;
  return {
    id,
    status: 'ordered',
    ...{ caseId, office, by, pack, trigger, rule, dutyId, dueAt, threshold, occurrence, cites },
    orderedAt: event.occurredAt,
    ...{ acknowledgedAt: null, repliedAt: null, closedAt: null, solved: null, listedUntil: null },
    checklist: checklist.map((item) => ({ item, ticked: false })),
    visits: [],
    breaches: 0,
    revision: event.revision,
  };
}

function step(row: SupervisionRow, event: LogEvent): Partial<SupervisionRow> {
  switch (event.type) {
    case 'SupervisionAcknowledged':
      return { status: 'acknowledged', acknowledgedAt: event.occurredAt };
    case 'SupervisionReplied':
      return { status: 'replied', repliedAt: event.occurredAt };
    case 'ReplyReturned':
      return { status: 'acknowledged', repliedAt: null };
    case 'SupervisionClosed':
      return { status: 'closed', closedAt: event.occurredAt, solved: event.data.solved };
    case 'OfficeReplaced': {
      const now = renamed(event.data);
      return { office: now(row.office), by: now(row.by) };
    }
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    default:
      return beside(row, event);
  }
}

/** What is looked at, visited and hung out. */
function beside({ checklist, visits }: SupervisionRow, event: LogEvent): Partial<SupervisionRow> {
  switch (event.type) {
    case 'ChecklistItemAdded': {
      const { item, text } = event.data;
      return { checklist: [...checklist, { item, text, ticked: false }] };
    }
    case 'ChecklistTicked': {
      const { items } = event.data;
      return {
        checklist: checklist.map((one) => (items.includes(one.item) ? { ...one, ticked: true } : one)),
      };
    }
    case 'SiteVisitPlanned': {
      const { visit, on, announced } = event.data;
      return { visits: [...visits, { visit, on, announced, reported: false }] };
    }
    case 'SiteVisitReported': {
      const { visit } = event.data;
      return { visits: visits.map((one) => (one.visit === visit ? { ...one, reported: true } : one)) };
    }
    case 'SupervisionListed':
      return { listedUntil: event.data.until };
    case 'SupervisionDelisted':
      return { listedUntil: null };
    // The other events of an order leave it where it is.
    default:
      return {};
  }
}

/** One row per supervision order (督办). */
export const supervisionBoard = defineView(supervisionBoardTable, {
  name: 'supervision-board',
  version: 3,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, { group }) {
    const [row] = rows as readonly SupervisionRow[];
    if (event.type === 'SupervisionOrdered') return row ? [row] : [ordered(group, event)];
    return row ? [{ ...row, ...step(row, event), revision: event.revision }] : [];
  },
});
