import type { RowOf, TableSpec } from '../engine/table';

export const instructionBoardTable = {
  columns: {
    /** `case/i1` */
    id: 'text',
    caseId: 'text',
    instruction: 'text',
    status: 'text',
    /** The post that gave it, and the office whose post it is. */
    post: 'text',
    of: 'text',
    /** That owns it and reports back. */
    office: 'text',
    /** That recorded it, and judges the report. */
    by: 'text',
    givenAt: 'timestamptz',
    reportedAt: 'timestamptz?',
    doneAt: 'timestamptz?',
    /** Times that a report was returned. */
    returns: 'integer',
  },
  key: ['id'],
  group: 'caseId',
  indexes: [
    { columns: ['givenAt', 'id'] },
    { columns: ['office', 'givenAt', 'id'] },
    { columns: ['caseId'] },
  ],
} as const satisfies TableSpec;

export type InstructionRow = RowOf<typeof instructionBoardTable>;
