import type { RowOf, TableSpec } from '../engine/table';

export const driveBoardTable = {
  columns: {
    drive: 'text',
    /** `office/day`; empty on the row of the drive itself. */
    report: 'text',
    /** Of the drive. */
    subject: 'text?',
    by: 'text?',
    fromDay: 'date?',
    toDay: 'date?',
    status: 'text?',
    /** Of the report. */
    office: 'text?',
    day: 'date?',
    /** Matters reported: 0 is a zero report; null: nothing was reported. */
    matters: 'integer?',
    text: 'text?',
    reportedAt: 'timestamptz?',
    /** Nothing was reported by the end of the day; it stays, also where a report came later. */
    missedAt: 'timestamptz?',
  },
  key: ['drive', 'report'],
  group: 'drive',
  indexes: [{ columns: ['fromDay', 'drive'], where: `report = ''` }],
} as const satisfies TableSpec;

export type DriveRow = RowOf<typeof driveBoardTable>;
