import { defineView, type LogEvent } from '../engine/view';
import { supervisionBoardTable, type SupervisionRow } from './table';

const PREFIX = 'supervision-';

function ordered(id: string, event: LogEvent & { type: 'SupervisionOrdered' }): SupervisionRow {
  const { caseId, office, by, pack, trigger, rule = null, dutyId = null, dueAt = null } = event.data;
  return {
    id,
    status: 'ordered',
    ...{ caseId, office, by, pack, trigger, rule, dutyId, dueAt },
    orderedAt: event.occurredAt,
    repliedAt: null,
    closedAt: null,
    solved: null,
    breaches: 0,
    revision: event.revision,
  };
}

function step(row: SupervisionRow, event: LogEvent): Partial<SupervisionRow> {
  switch (event.type) {
    case 'SupervisionReplied':
      return { status: 'replied', repliedAt: event.occurredAt };
    case 'SupervisionClosed':
      return { status: 'closed', closedAt: event.occurredAt, solved: event.data.solved };
    case 'DutyBreached':
      return { breaches: row.breaches + 1 };
    // The other events of an order leave it where it is.
    default:
      return {};
  }
}

/** One row per supervision order (督办). */
export const supervisionBoard = defineView(supervisionBoardTable, {
  name: 'supervision-board',
  version: 1,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project([row], event, { group }) {
    if (event.type === 'SupervisionOrdered') return row ? [row] : [ordered(group, event)];
    return row ? [{ ...row, ...step(row, event), revision: event.revision }] : [];
  },
});
