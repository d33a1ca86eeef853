import type { Verdict } from '../../../decider';
import type { DirectionsState } from '../state';

/** A case is closed when each of its litigation-type claims has gone out with directions (Art. 31). */
export function litigationHasItsDirections(litigation: readonly string[], state: DirectionsState): Verdict {
  const given = state.status === 'given' ? state.claims : [];
  const missing = litigation.find((claim) => !given.includes(claim));
  return missing === undefined ? undefined : { code: 'directions-missing', facts: { claim: missing } };
}
