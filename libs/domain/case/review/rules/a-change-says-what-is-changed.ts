import type { Verdict } from '../../../decider';
import type { ClaimOutcome } from '../../spine/events';
import type { ReviewOutcome } from '../events';

/** A review that changes an opinion says on which claims, and to what; no other does (Art. 35). */
export function aChangeSaysWhatIsChanged(
  outcome: ReviewOutcome,
  outcomes: readonly ClaimOutcome[],
  claims: readonly string[],
): Verdict {
  if ((outcome === 'change') !== outcomes.length > 0) return { code: 'change-unsaid', facts: { outcome } };
  const unknown = outcomes.find(({ claim }) => !claims.includes(claim));
  return unknown && { code: 'claim-unknown', facts: { claim: unknown.claim } };
}
