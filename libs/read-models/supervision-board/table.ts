import type { RowOf, TableSpec } from '../engine/table';

export const supervisionBoardTable = {
  columns: {
    id: 'text',
    status: 'text',
    caseId: 'text',
    office: 'text',
    /** The office that ordered it. */
    by: 'text',
    pack: 'text',
    trigger: 'text',
    rule: 'text?',
    dutyId: 'text?',
    /** Of the duty that set it off. */
    dueAt: 'timestamptz?',
    orderedAt: 'timestamptz',
    repliedAt: 'timestamptz?',
    closedAt: 'timestamptz?',
    solved: 'boolean?',
    /** Breaches of the order itself. */
    breaches: 'integer',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['orderedAt', 'id'] },
    { columns: ['office', 'orderedAt', 'id'] },
    { columns: ['caseId'] },
  ],
} as const satisfies TableSpec;

export type SupervisionRow = RowOf<typeof supervisionBoardTable>;
