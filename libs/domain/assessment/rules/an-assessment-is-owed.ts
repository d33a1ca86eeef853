import type { Verdict } from '../../decider';

/** An office is assessed once for each year that was opened for it (Art. 39). */
export const anAssessmentIsOwed = (owed: readonly string[], assessed: string): Verdict =>
  owed.includes(assessed) ? undefined : { code: 'no-assessment-owed', facts: { assessed } };
