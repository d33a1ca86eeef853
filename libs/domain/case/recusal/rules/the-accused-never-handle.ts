import type { Offices, Verdict } from '../../../decider';
import { isKeptFrom } from '../../../kept-from';

/** Neither the accused office, nor one below it or after it, is given the case or takes a step in it (Art. 30). */
export const theAccusedNeverHandle = (
  office: string | undefined,
  keptFrom: readonly string[],
  offices: Offices,
): Verdict =>
  office !== undefined && isKeptFrom(office, keptFrom, offices)
    ? { code: 'accused-office', facts: { office } }
    : undefined;
