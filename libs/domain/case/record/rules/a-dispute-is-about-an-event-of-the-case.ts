import type { Verdict } from '../../../decider';

/** What is disputed or corrected is an event of this case. */
export const aDisputeIsAboutAnEventOfTheCase = (history: readonly unknown[], entry: number): Verdict =>
  entry < history.length ? undefined : { code: 'entry-unknown', facts: { entry } };
