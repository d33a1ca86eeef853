import type { Verdict } from '../../decider';

/** The level above assesses; no office assesses itself (Art. 39). */
export const noOfficeAssessesItself = (by: string, assessed: readonly string[]): Verdict =>
  assessed.includes(by) ? { code: 'assesses-itself', facts: { office: by } } : undefined;
