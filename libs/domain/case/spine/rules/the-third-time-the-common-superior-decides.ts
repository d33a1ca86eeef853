import type { Verdict } from '../../../decider';

const RETURNS_MAX = 2;

export const isDeadlocked = (returnedBy: readonly string[]): boolean => returnedBy.length >= RETURNS_MAX;

/** What two offices have given back is not sent a third time: the common superior says who handles it (Art. 24). */
export const theThirdTimeTheCommonSuperiorDecides = (
  returnedBy: readonly string[],
  superior: string,
): Verdict =>
  isDeadlocked(returnedBy) ? { code: 'common-superior-decides', facts: { superior } } : undefined;
