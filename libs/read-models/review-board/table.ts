import type { Finding } from '@huiyin/domain';
import type { RowOf, TableSpec } from '../engine/table';

export const reviewBoardTable = {
  columns: {
    id: 'text',
    status: 'text',
    caseId: 'text',
    /** The office whose handling is reviewed. */
    office: 'text',
    /** The office that reviews. */
    by: 'text',
    pack: 'text',
    rule: 'text?',
    dutyId: 'text?',
    reasons: 'text',
    openedAt: 'timestamptz',
    /** When the office stated its side. */
    statedAt: 'timestamptz?',
    proposedAt: 'timestamptz?',
    confirmedAt: 'timestamptz?',
    closedAt: 'timestamptz?',
    /** `fault` or `no-fault`, once confirmed. */
    outcome: 'text?',
    kind: 'text?',
    gravity: 'text?',
    /** What the record alone shows; counts for nothing until it is confirmed. */
    proposed: 'json?',
    finding: 'json?',
    measures: 'text?',
    /** Once the fault counts on the office's standing: its confirmed faults inside the window, this one included. */
    faultsInWindow: 'integer?',
    breaches: 'integer',
    revision: 'integer',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['openedAt', 'id'] },
    { columns: ['office', 'openedAt', 'id'] },
    { columns: ['caseId'] },
  ],
} as const satisfies TableSpec;

export type ReviewRow = Omit<RowOf<typeof reviewBoardTable>, 'proposed' | 'finding'> & {
  readonly proposed: Finding | null;
  readonly finding: Finding | null;
};
