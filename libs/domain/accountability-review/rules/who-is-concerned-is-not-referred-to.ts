import type { Offices, Verdict } from '../../decider';
import { isKeptFrom } from '../../kept-from';

/** Neither the office that was found on, nor one that the case is kept from, nor one below or after these, gets it. */
export const whoIsConcernedIsNotReferredTo = (
  to: string,
  concerned: readonly string[],
  offices: Offices,
): Verdict =>
  isKeptFrom(to, concerned, offices)
    ? { code: 'referred-to-those-concerned', facts: { office: to } }
    : undefined;
