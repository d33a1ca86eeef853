import type { Verdict } from '../../../decider';
import type { RatingState } from '../state';

/** An answer is rated once (Art. 21). */
export const anAnswerIsRatedOnce = ({ status }: RatingState): Verdict =>
  status === 'rated' ? { code: 'already-rated' } : undefined;
