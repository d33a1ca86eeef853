import type { Verdict } from '../../../decider';
import type { RecusalState } from '../state';

/** What was asked is decided before the next is asked. */
export const aRecusalIsAskedOneAtATime = ({ status }: RecusalState): Verdict =>
  status === 'asked' ? { code: 'recusal-undecided' } : undefined;
