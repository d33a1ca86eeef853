import { renamed } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { instructionBoardTable, type InstructionRow } from './table';

const CASE = 'case-';

const given = (id: string, event: LogEvent & { type: 'InstructionGiven' }): InstructionRow => {
  const { instruction, post, of, to: office, by } = event.data;
  return {
    id,
    caseId: event.stream.slice(CASE.length),
    ...{ instruction, post, of, office, by },
    status: 'given',
    givenAt: event.occurredAt,
    reportedAt: null,
    doneAt: null,
    returns: 0,
  };
};

function step(row: InstructionRow, event: LogEvent): Partial<InstructionRow> {
  switch (event.type) {
    case 'InstructionReported':
      return { status: 'reported', reportedAt: event.occurredAt };
    case 'InstructionReturned':
      return { status: 'returned', returns: row.returns + 1 };
    case 'InstructionDone':
      return { status: 'done', doneAt: event.occurredAt };
    // No other event is about an instruction.
    default:
      return {};
  }
}

/** An instruction's own event; undefined where the event is about none. */
const about = (event: LogEvent): string | undefined =>
  'instruction' in event.data ? event.data.instruction : undefined;

/** What an office was told to report on, or judges, its successor does, as long as it is not done. */
function passedOn(row: InstructionRow, now: (office: string) => string): InstructionRow {
  return row.status === 'done' ? row : { ...row, office: now(row.office), by: now(row.by) };
}

/** One row per written instruction (批示), the post that gave it as it was then. */
export const instructionBoard = defineView(instructionBoardTable, {
  name: 'instruction-board',
  version: 2,
  groupsOf({ type, stream }) {
    return type.startsWith('Instruction') || (type === 'OfficeReplaced' && stream.startsWith(CASE))
      ? [stream.slice(CASE.length)]
      : [];
  },
  project(rows, event, { group }) {
    const all = rows as readonly InstructionRow[];
    if (event.type === 'OfficeReplaced') return all.map((row) => passedOn(row, renamed(event.data)));
    const id = `${group}/${about(event)}`;
    if (event.type === 'InstructionGiven')
      return all.some((row) => row.id === id) ? all : [...all, given(id, event)];
    return all.map((row) => (row.id === id ? { ...row, ...step(row, event) } : row));
  },
});
