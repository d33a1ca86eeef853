import type { Verdict } from '../../../decider';
import type { Hop } from '../state';

/** Feedback comes from the office that found the urgency, or from one that its report has reached. */
export const theMatterHasReachedIt = (found: string, hops: readonly Hop[], by: string): Verdict =>
  by === found || hops.some((hop) => hop.to === by && hop.status !== 'owed')
    ? undefined
    : { code: 'not-the-holder', facts: { holder: found, office: by } };
