import type { Verdict } from '../../../decider';

const RETURNS_MAX = 2;

export const isDeadlocked = (returns: number): boolean => returns >= RETURNS_MAX;

/** What two offices have given back is not sent a third time: the common superior says who handles it (Art. 24). */
export const theThirdTimeTheCommonSuperiorDecides = (returns: number, superior: string): Verdict =>
  isDeadlocked(returns) ? { code: 'common-superior-decides', facts: { superior } } : undefined;
