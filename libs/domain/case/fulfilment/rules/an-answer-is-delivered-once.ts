import type { Verdict } from '../../../decider';
import type { FulfilmentState } from '../state';

/** An answer is delivered once. */
export const anAnswerIsDeliveredOnce = (state: FulfilmentState): Verdict =>
  state.status === 'owed' && !state.told ? undefined : { code: 'already-told' };
