import type { Verdict } from '../../../decider';
import type { Hop } from '../state';

/** Each level reports once, to the one above it. */
export const aReportUpIsOwed = (hop: Hop | undefined, from: string): Verdict =>
  hop?.status === 'owed' ? undefined : { code: 'no-report-up-owed', facts: { from } };
