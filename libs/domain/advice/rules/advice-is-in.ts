import type { Verdict } from '../../decider';
import type { AdviceState } from '../state';

/** Each step on advice follows from the one before: answered once, carried out once adopted, closed once. */
export const adviceIsIn = (
  { status }: AdviceState,
  ...statuses: readonly AdviceState['status'][]
): Verdict => (statuses.includes(status) ? undefined : { code: 'wrong-state', facts: { status } });
