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

/** `case/i1` of an event about an instruction. */
function idOf(event: LogEvent): string | undefined {
  switch (event.type) {
    case 'InstructionGiven':
    case 'InstructionReported':
    case 'InstructionReturned':
    case 'InstructionDone':
      return `${event.stream.slice(CASE.length)}/${event.data.instruction}`;
    // Every other event leaves them alone.
    default:
      return undefined;
  }
}

/** One row per written instruction (批示), the office and the post as it was given. */
export const instructionBoard = defineView(instructionBoardTable, {
  name: 'instruction-board',
  version: 1,
  groupsOf(event) {
    const id = idOf(event);
    return id === undefined ? [] : [id];
  },
  project([row], event, { group }) {
    if (event.type === 'InstructionGiven') return row ? [row] : [given(group, event)];
    return row ? [{ ...row, ...step(row, event) }] : [];
  },
});
