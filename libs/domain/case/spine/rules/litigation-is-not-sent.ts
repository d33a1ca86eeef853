import type { Verdict } from '../../../decider';

/** What belongs before a court goes out with directions; no office is sent it as a petition (Art. 31). */
export const litigationIsNotSent = (petition: readonly string[]): Verdict =>
  petition.length === 0 ? { code: 'litigation-goes-out' } : undefined;
