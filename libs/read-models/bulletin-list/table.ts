import type { RowOf, TableSpec } from '../engine/table';

export const bulletinListTable = {
  columns: {
    id: 'text',
    kind: 'text',
    /** Whose list it is; null where it is for all. */
    office: 'text?',
    periodFrom: 'date',
    periodTo: 'date',
    /** The instant at which it was judged what is late. */
    at: 'timestamptz',
    /** Everything in the log up to here was counted. */
    countedTo: 'bigint',
    /** Of the document's canonical bytes. */
    sha256: 'text',
  },
  key: ['id'],
  group: 'id',
  indexes: [{ columns: ['at', 'id'] }, { columns: ['kind', 'office', 'periodTo'] }],
} as const satisfies TableSpec;

export type BulletinRow = RowOf<typeof bulletinListTable>;
