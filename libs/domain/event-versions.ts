import { reviewVersions } from './accountability-review/events';
import { calendarVersions } from './calendar/events';
import { caseVersions } from './case/events';
import { fundVersions } from './fund/events';
import { ledgerVersions } from './ledger/events';
import { officeVersions } from './office/events';
import { policyVersions } from './policy/events';
import { standingVersions } from './standing/events';
import { supervisionVersions } from './supervision/events';

/** Every type of event that can be in the log, with the version that it is stored in today. */
export const EVENT_VERSIONS: Readonly<Record<string, number>> = {
  ...caseVersions,
  ...officeVersions,
  ...supervisionVersions,
  ...reviewVersions,
  ...standingVersions,
  ...fundVersions,
  ...ledgerVersions,
  ...policyVersions,
  ...calendarVersions,
};
