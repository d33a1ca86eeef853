import type { Verdict } from '../../../decider';
import type { WayUp } from '../state';

/** Each level reports once, to the one above it. */
export const aReportUpIsOwed = ({ owed }: WayUp, from: string): Verdict =>
  owed.some((hop) => hop.from === from) ? undefined : { code: 'no-report-up-owed', facts: { from } };
