import type { Verdict } from '../../../decider';
import type { FulfilmentState } from '../state';

/** Done but nobody was told is not done: the petitioner has the opinion before the case is closed (Art. 32). */
export const thePetitionerIsTold = (state: FulfilmentState): Verdict =>
  state.status === 'owed' && !state.told ? { code: 'answer-not-told' } : undefined;
