import type { Verdict } from '../../decider';
import type { Referral } from '../referred';

/** One finding is with discipline once; again only after it was returned for more. */
export const aFindingIsReferredOnce = (before: readonly Referral[]): Verdict =>
  before.some(({ status }) => status !== 'returned' && status !== 'withdrawn')
    ? { code: 'referred-already' }
    : undefined;
