import { record, type ReadRoute } from './route';
import { accountabilityRoutes } from './routes/accountability';
import { caseRoutes } from './routes/cases';
import { cityRoutes } from './routes/city';
import { dutyRoutes } from './routes/duties';
import { metricRoutes } from './routes/metrics';
import { officeRoutes } from './routes/offices';
import { targetRoutes } from './routes/targets';
import { reportRoutes } from './routes/reports';
import { responsibilityRoutes } from './routes/responsibility';
import { rhythmRoutes } from './routes/rhythm';

export type { ReadAnswer, ReadContext, ReadDeps, ReadRoute } from './route';

/** Every read, in the order of the documentation. A new one is one entry in the file of its tag. */
export const READ_ROUTES: readonly ReadRoute[] = [
  ...cityRoutes,
  ...caseRoutes,
  ...responsibilityRoutes,
  ...dutyRoutes,
  ...accountabilityRoutes,
  ...officeRoutes,
  ...metricRoutes,
  ...rhythmRoutes,
  ...reportRoutes,
  ...targetRoutes,
  record('policies', 'readPolicy', 'A policy pack and its versions'),
  record('funds', 'readFund', 'A relief fund: its requests, and what is left of its budget'),
  record(
    'assessments',
    'readAssessment',
    'The yearly assessments that an office above makes, and what is owed of them',
  ),
  record('ledgers', 'readLedger', 'A ledger: its items with owner, day and state'),
  record('calendars', 'readCalendar', 'A calendar and its versions'),
];

const patterns = READ_ROUTES.map((each) => ({
  route: each,
  pattern: new RegExp(`^${each.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
}));

export function matchRead(
  path: string,
): { route: ReadRoute; params: Readonly<Record<string, string>> } | undefined {
  for (const { route: found, pattern } of patterns) {
    const match = pattern.exec(path);
    if (match) return { route: found, params: decoded(match.groups ?? {}) };
  }
  return undefined;
}

const decoded = (groups: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [
      name,
      /%(?![0-9a-fA-F]{2})/.test(value) ? value : safeDecode(value),
    ]),
  );

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
