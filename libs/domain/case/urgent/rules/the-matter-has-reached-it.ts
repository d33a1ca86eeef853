import type { Verdict } from '../../../decider';
import type { WayUp } from '../state';

/** Feedback comes from the office that found the urgency, or from one that its report has reached. */
export const theMatterHasReachedIt = (found: string, { told, acknowledged }: WayUp, by: string): Verdict =>
  by === found || [...told, ...acknowledged].some(({ to }) => to === by)
    ? undefined
    : { code: 'not-the-holder', facts: { holder: found, office: by } };
