import { renamed } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { targetBoardTable, type TargetRow } from './table';

const PREFIX = 'target-';

const set = (id: string, { data, occurredAt }: LogEvent & { type: 'TargetsSet' }): TargetRow => ({
  id,
  office: data.office,
  by: data.by,
  year: data.year,
  pack: data.pack,
  status: 'set',
  targets: data.targets,
  setAt: occurredAt,
  signedAt: null,
  signedPost: null,
  reportedAt: null,
  report: null,
  concludedAt: null,
  countedTo: null,
  results: [],
});

function step(event: LogEvent): Partial<TargetRow> {
  const at = event.occurredAt;
  switch (event.type) {
    case 'TargetsSigned':
      return { status: 'signed', signedAt: at, signedPost: event.data.post };
    case 'TargetsReported':
      return { status: 'reported', reportedAt: at, report: event.data.text };
    case 'TargetsConcluded': {
      const { position, results } = event.data;
      return { status: 'concluded', concludedAt: at, countedTo: position, results };
    }
    // Reminders and breaches are on the duty board.
    default:
      return {};
  }
}

/** One row per letter of yearly targets (目标责任书): who set and signed it, the report, and what the year came to. */
export const targetBoard = defineView(targetBoardTable, {
  name: 'target-board',
  version: 2,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project(rows, event, { group }) {
    const [row] = rows as readonly TargetRow[];
    if (event.type === 'TargetsSet') return row ? [row] : [set(group, event)];
    if (!row || event.type !== 'OfficeReplaced') return row ? [{ ...row, ...step(event) }] : [];
    const now = renamed(event.data);
    return [{ ...row, office: now(row.office), by: now(row.by) }];
  },
});
