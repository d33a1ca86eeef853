import type { Offices, Verdict } from '../../decider';

/** Whoever gets it is a discipline commission in the directory, and no other office. */
export const aReviewIsReferredToDiscipline = (offices: Offices, to: string): Verdict =>
  offices.kind(to) === 'discipline' ? undefined : { code: 'not-a-discipline-office', facts: { office: to } };
