import { renamed } from '@huiyin/domain';
import { defineView, type LogEvent } from '../engine/view';
import { driveBoardTable, type DriveRow } from './table';

const PREFIX = 'drive-';

const NOTHING: Omit<DriveRow, 'drive' | 'report'> = {
  subject: null,
  by: null,
  fromDay: null,
  toDay: null,
  status: null,
  office: null,
  day: null,
  matters: null,
  text: null,
  reportedAt: null,
  missedAt: null,
};

const on = (rows: readonly DriveRow[], report: string, change: Partial<DriveRow>): readonly DriveRow[] =>
  rows.map((row) => (row.report === report ? { ...row, ...change } : row));

function after(rows: readonly DriveRow[], event: LogEvent, drive: string): readonly DriveRow[] {
  switch (event.type) {
    case 'DriveOpened': {
      const { subject, by, from, to } = event.data;
      return [{ ...NOTHING, drive, report: '', subject, by, fromDay: from, toDay: to, status: 'open' }];
    }
    case 'ReportsCalled': {
      const { day, reports } = event.data;
      return [...rows, ...reports.map(({ report, office }) => ({ ...NOTHING, drive, report, office, day }))];
    }
    case 'ZeroReported':
      return on(rows, event.data.report, { matters: 0, reportedAt: event.occurredAt });
    case 'MattersReported': {
      const { report, count, text } = event.data;
      return on(rows, report, { matters: count, text, reportedAt: event.occurredAt });
    }
    // The duty's id ends with which report it is.
    case 'DutyBreached': {
      const { dutyId } = event.data;
      const missed = rows.find(({ report }) => report !== '' && dutyId.endsWith(`:${report}`));
      return missed ? on(rows, missed.report, { missedAt: event.occurredAt }) : rows;
    }
    // What an office has reported, or missed, stays its own.
    case 'OfficeReplaced': {
      const now = renamed(event.data);
      return rows.map((row) => ({
        ...row,
        by: row.by && now(row.by),
        office: row.office && row.reportedAt === null && row.missedAt === null ? now(row.office) : row.office,
      }));
    }
    case 'DriveClosed':
      return on(rows, '', { status: 'closed' });
    // Other events of a drive leave what is shown.
    default:
      return rows;
  }
}

/** One row per drive, and one for each report that it asks for: zero, some and missing are three things. */
export const driveBoard = defineView(driveBoardTable, {
  name: 'drive-board',
  version: 2,
  groupsOf: ({ stream }) => (stream.startsWith(PREFIX) ? [stream.slice(PREFIX.length)] : []),
  project: (rows, event, { group }) => after(rows as readonly DriveRow[], event, group),
});
