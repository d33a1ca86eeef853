import { addDays, type LocalDate } from '@huiyin/kernel';

/** Days that a bulletin may cover. */
export const BULLETIN_MAX_days = 31;
const YEAR_MIN = 1949;

/** A report that is made when it is asked for; `office`: only of this one and those below it. */
export type ReportRequest = { office?: string | undefined } & (
  { kind: 'yearly-report'; year: number } | { kind: 'bulletin'; from: LocalDate; to: LocalDate }
);

/** Why there is no such report; `message` names what was asked. */
export class ReportRefused extends Error {
  constructor(
    readonly code: 'unknown-report' | 'period-to-come' | 'no-data' | 'unknown-office',
    message: string,
  ) {
    super(message);
  }
}

/** `yearly-report-2026`, `bulletin-2026-03-01-2026-03-07`, each with `-{office}` where it is of one office. */
export const reportId = (request: ReportRequest): string =>
  [request.kind, ...periodName(request), ...(request.office === undefined ? [] : [request.office])].join('-');

const periodName = (request: ReportRequest): readonly string[] =>
  request.kind === 'yearly-report' ? [String(request.year)] : [request.from, request.to];

const YEARLY = /^yearly-report-(\d{4})(?:-(.+))?$/;
const BULLETIN = /^bulletin-(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)(?:-(.+))?$/;

/** Throws ReportRefused. */
export function parseReportId(id: string): ReportRequest {
  const yearly = YEARLY.exec(id);
  if (yearly && Number(yearly[1]) >= YEAR_MIN)
    return { kind: 'yearly-report', year: Number(yearly[1]), office: yearly[2] };
  const bulletin = BULLETIN.exec(id);
  const [, from = '', to = '', office] = bulletin ?? [];
  if (bulletin && isDay(from) && isDay(to) && from <= to && to < addDays(from, BULLETIN_MAX_days))
    return { kind: 'bulletin', from, to, office };
  throw new ReportRefused('unknown-report', `there is no report ${id}`);
}

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
