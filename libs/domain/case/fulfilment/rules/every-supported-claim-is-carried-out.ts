import type { Verdict } from '../../../decider';
import type { FulfilmentState } from '../state';

/** What the opinion supports is carried out before the case is closed (Art. 32). */
export const everySupportedClaimIsCarriedOut = (state: FulfilmentState): Verdict =>
  state.status === 'owed' && state.claims.length > 0
    ? { code: 'claim-not-carried-out', facts: { claims: state.claims.join(', ') } }
    : undefined;
