import { unreachable } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import type { ReportDocument } from '../document';
import { bulletin, refuseToCome, reportOf, yearlyReport, type Plan, type ReportRequest } from '../kinds';
import { factsFromLog, type LogPart } from './from-log';
import { factsFromViews, type Reading } from './from-views';

export type { LogPart } from './from-log';
export type { Reading } from './from-views';

/** Makes a report from the read models as somebody may see them. Rejects with ReportRefused. */
export async function readReport(
  source: DataSource,
  request: ReportRequest,
  reading: Reading,
): Promise<ReportDocument> {
  const plan = planOf(request, reading.timeZone);
  refuseToCome(plan, reading.now);
  return reportOf(plan, await factsFromViews(source, plan, reading));
}

/** The same report, to the byte, from the log alone. Throws ReportRefused. */
export function makeReport(request: ReportRequest, part: LogPart): ReportDocument {
  const plan = planOf(request, part.timeZone);
  refuseToCome(plan, part.now);
  return reportOf(plan, factsFromLog(plan, part));
}

function planOf(request: ReportRequest, timeZone: string): Plan {
  switch (request.kind) {
    case 'yearly-report':
      return yearlyReport(request.year, timeZone, request.office);
    case 'bulletin':
      return bulletin(request.from, request.to, timeZone, request.office);
    default:
      return unreachable(request);
  }
}
