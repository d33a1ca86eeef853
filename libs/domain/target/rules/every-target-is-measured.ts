import type { Measured, Verdict } from '../../decider';
import type { Target } from '../events';

/** What a year came to is counted from the log for each target; a number that nobody counted is no result. */
export function everyTargetIsMeasured(targets: readonly Target[], values: Measured['values']): Verdict {
  const missing = targets.find(({ metric }) => values[metric] === undefined);
  return missing && { code: 'target-without-result', facts: { target: missing.target } };
}
