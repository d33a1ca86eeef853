import type { Verdict } from '../../decider';

/** The assessment of a year is opened once (Art. 39). */
export const aYearIsAssessedOnce = (years: readonly { year: number }[], year: number): Verdict =>
  years.some((one) => one.year === year) ? { code: 'assessment-opened', facts: { year } } : undefined;
