import type { Offices, Verdict } from '../../../decider';

/** The next level above reviews (Art. 35): where the directory names it, no other; nobody reviews their own opinion. */
export function aReviewGoesToTheNextLevel(offices: Offices, of: string, to: string): Verdict {
  const superior = offices.superior(of);
  const wrong = to === of || (superior !== undefined && to !== superior);
  return wrong ? { code: 'not-the-next-level', facts: { of, to, ...(superior && { superior }) } } : undefined;
}
