import { unreachable } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { driveBoard } from './projection';
import type { DriveRow } from './table';

/** Drives answered at most, the newest first. */
export const DRIVES_MAX = 500;

/** 零报告、有情况、漏报、待报: what is missing is not zero. */
export const REPORT_STATUSES = ['zero', 'matters', 'missing', 'awaited'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export interface Drive {
  id: string;
  subject: string;
  by: string;
  from: string;
  to: string;
  status: string;
  /** How many of the reports that it asks for are of each status. */
  reports: Readonly<Record<ReportStatus, number>>;
}

export interface DriveReport {
  office: string;
  day: string;
  status: ReportStatus;
  /** Matters reported; absent where nothing was reported. */
  matters?: number;
  text?: string;
  reportedAt?: string;
  /** It was missing when the day ended, whatever came later. */
  missedAt?: string;
}

export const statusOf = ({ matters, missedAt }: Pick<DriveRow, 'matters' | 'missedAt'>): ReportStatus => {
  if (matters !== null) return matters === 0 ? 'zero' : 'matters';
  return missedAt === null ? 'awaited' : 'missing';
};

/** As `statusOf` says it. */
const CONDITION = (status: ReportStatus): string => {
  switch (status) {
    case 'zero':
      return 'r.matters = 0';
    case 'matters':
      return 'r.matters > 0';
    case 'missing':
      return 'r.matters IS NULL AND r.missed_at IS NOT NULL';
    case 'awaited':
      return 'r.matters IS NULL AND r.missed_at IS NULL';
    default:
      return unreachable(status);
  }
};

const COUNTS = REPORT_STATUSES.map(
  (status) => `(count(*) FILTER (WHERE ${CONDITION(status)}))::integer AS ${status}`,
).join(', ');

const DRIVES = `SELECT d.drive AS id, d.subject, d.by, d.from_day AS "from", d.to_day AS "to", d.status, n.*
  FROM views.drive_board d CROSS JOIN LATERAL
    (SELECT ${COUNTS} FROM views.drive_board r WHERE r.drive = d.drive AND r.report <> '') n
  WHERE d.report = '' AND ($1::text IS NULL OR d.drive = $1) ORDER BY d.from_day DESC, d.drive LIMIT $2`;

type Counted = Omit<Drive, 'reports'> & Drive['reports'];

const driveOf = ({ zero, matters, missing, awaited, ...drive }: Counted): Drive => ({
  ...drive,
  reports: { zero, matters, missing, awaited },
});

/** Drives, the newest first. */
export const listDrives = (source: DataSource): Promise<Answer<readonly Drive[]>> =>
  atPosition(source, [driveBoard.name], async (manager) =>
    ((await manager.query(DRIVES, [null, DRIVES_MAX])) as Counted[]).map(driveOf),
  );

/** One drive with every report that it asks for, by day and office. */
export const findDrive = (
  source: DataSource,
  id: string,
): Promise<Answer<(Drive & { list: readonly DriveReport[] }) | undefined>> =>
  atPosition(source, [driveBoard.name], async (manager) => {
    const [found] = (await manager.query(DRIVES, [id, 1])) as Counted[];
    if (!found) return undefined;
    const rows = await manager
      .getRepository<DriveRow>(driveBoard.name)
      .createQueryBuilder('v')
      .where(`v.drive = :id AND v.report <> ''`, { id })
      .orderBy('v.day')
      .addOrderBy('v.office')
      .getMany();
    return { ...driveOf(found), list: rows.map(reportOf) };
  });

function reportOf(row: DriveRow): DriveReport {
  const { office, day, matters, text, reportedAt, missedAt } = row;
  return {
    office: office!,
    day: day!,
    status: statusOf(row),
    ...(matters !== null && { matters }),
    ...(text !== null && { text }),
    ...(reportedAt !== null && { reportedAt }),
    ...(missedAt !== null && { missedAt }),
  };
}
