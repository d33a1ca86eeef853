import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** A visit is reported that was planned, once. */
export const aVisitIsReportedOnce = ({ parts: { visits } }: Under, visit: string): Verdict =>
  visits.unreported.includes(visit) ? undefined : { code: 'no-such-visit', facts: { visit } };
