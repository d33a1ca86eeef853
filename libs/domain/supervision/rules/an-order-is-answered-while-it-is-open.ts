import type { Verdict } from '../../decider';
import type { SupervisionState } from '../state';

/** A supervision order is answered and closed while it is open; once closed it stays as it is. */
export const anOrderIsAnsweredWhileItIsOpen = ({ status }: SupervisionState): Verdict =>
  status === 'closed' ? { code: 'wrong-state', facts: { status } } : undefined;
