import type { Verdict } from '../../decider';

/** What was reported stands: zero does not become something, nor the other way round. */
export const aDayIsReportedOnce = (reported: Readonly<Record<string, number>>, report: string): Verdict =>
  Object.hasOwn(reported, report) ? { code: 'reported-already', facts: { report } } : undefined;
