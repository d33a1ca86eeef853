import type { Verdict } from '../../../decider';
import type { In } from '../state';

/** The period of an answer is extended once (Art. 34). */
export const anAnswerIsExtendedOnce = (state: In<'accepted'>): Verdict =>
  state.extended === 'no' ? undefined : { code: 'already-extended' };
