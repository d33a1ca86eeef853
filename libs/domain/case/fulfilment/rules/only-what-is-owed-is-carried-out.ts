import type { Verdict } from '../../../decider';
import type { FulfilmentState } from '../state';

/** What is carried out is a claim that the opinion promised to (Art. 32), once. */
export const onlyWhatIsOwedIsCarriedOut = (state: FulfilmentState, claim: string): Verdict =>
  state.status === 'owed' && state.claims.includes(claim)
    ? undefined
    : { code: 'nothing-to-carry-out', facts: { claim } };
