import type { Verdict } from '../../decider';
import type { Under } from '../state';

/** An order is acknowledged before anything else is said to it. */
export const itIsAcknowledgedFirst = ({ status }: Under): Verdict =>
  status === 'ordered' ? undefined : { code: 'wrong-state', facts: { status } };
