import type { Verdict } from '../../../decider';
import { isSupported } from '../carry-out';
import type { ClaimOutcome } from '../events';

/** What is carried out is what the opinion supports (Art. 32). */
export function onlyWhatIsSupportedIsCarriedOut(outcomes: readonly ClaimOutcome[]): Verdict {
  const other = outcomes.find(
    (one) => (one.carryOutBy !== undefined || one.done === true) && !isSupported(one),
  );
  return other && { code: 'nothing-to-carry-out', facts: { claim: other.claim, outcome: other.outcome } };
}
