import { unreachable } from '@huiyin/kernel';
import { ZONE_DEFAULT } from '@huiyin/read-models/engine';
import type { DataSource } from 'typeorm';
import type { ReportDocument } from '../document';
import { bulletin, refuseToCome, reportOf, yearlyReport, type Plan, type ReportRequest } from '../kinds';
import { readFacts, type Reading } from './read-facts';

export type { Reading } from './read-facts';

/** Makes a report from the read models as somebody may see them. Rejects with ReportRefused. */
export async function readReport(
  source: DataSource,
  request: ReportRequest,
  reading: Reading,
): Promise<ReportDocument> {
  const plan = planOf(request);
  refuseToCome(plan, reading.now);
  return reportOf(plan, await readFacts(source, plan, reading));
}

function planOf(request: ReportRequest): Plan {
  switch (request.kind) {
    case 'yearly-report':
      return yearlyReport(request.year, ZONE_DEFAULT, request.office);
    case 'bulletin':
      return bulletin(request.from, request.to, ZONE_DEFAULT, request.office);
    default:
      return unreachable(request);
  }
}
