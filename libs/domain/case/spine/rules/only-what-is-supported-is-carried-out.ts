import type { Verdict } from '../../../decider';
import type { ClaimOutcome } from '../events';

const SUPPORTED = ['supported', 'partly-supported'];

/** What is carried out is what the opinion supports (Art. 32). */
export function onlyWhatIsSupportedIsCarriedOut(outcomes: readonly ClaimOutcome[]): Verdict {
  const other = outcomes.find(
    ({ outcome, carryOutBy }) => carryOutBy !== undefined && !SUPPORTED.includes(outcome),
  );
  return other && { code: 'nothing-to-carry-out', facts: { claim: other.claim, outcome: other.outcome } };
}
