import { reviewVersions } from './accountability-review/events';
import { adviceVersions } from './advice/events';
import { bulletinVersions } from './bulletin/events';
import { assessmentVersions } from './assessment/events';
import { calendarVersions } from './calendar/events';
import { caseVersions } from './case/events';
import { driveVersions } from './drive/events';
import { fundVersions } from './fund/events';
import { ledgerVersions } from './ledger/events';
import { officeVersions } from './office/events';
import { policyVersions } from './policy/events';
import { rhythmVersions } from './rhythm/events';
import { standingVersions } from './standing/events';
import { supervisionVersions } from './supervision/events';
import { targetVersions } from './target/events';

const BY_AGGREGATE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  case: caseVersions,
  office: officeVersions,
  supervision: supervisionVersions,
  review: reviewVersions,
  standing: standingVersions,
  advice: adviceVersions,
  assessment: assessmentVersions,
  target: targetVersions,
  fund: fundVersions,
  ledger: ledgerVersions,
  rhythm: rhythmVersions,
  bulletin: bulletinVersions,
  drive: driveVersions,
  policy: policyVersions,
  calendar: calendarVersions,
};

/** Every type of event that can be in the log, with the version that it is stored in today. */
export const EVENT_VERSIONS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.values(BY_AGGREGATE).flatMap((versions) => Object.entries(versions)),
);

/** Every type of event, with the aggregates in whose streams it can be. */
export const EVENT_STREAMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(EVENT_VERSIONS).map((type) => [
    type,
    Object.keys(BY_AGGREGATE).filter((name) => Object.hasOwn(BY_AGGREGATE[name]!, type)),
  ]),
);
