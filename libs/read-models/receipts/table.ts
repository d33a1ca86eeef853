import type { RowOf, TableSpec } from '../engine/table';

export const receiptsTable = {
  columns: {
    caseId: 'text',
    /** Keyed hash of the query code; the code itself is kept nowhere. */
    receipt: 'text',
  },
  key: ['caseId'],
  group: 'caseId',
  indexes: [{ columns: ['receipt'] }],
} as const satisfies TableSpec;

export type ReceiptRow = RowOf<typeof receiptsTable>;
