import type { Verdict } from '../../decider';
import type { Target } from '../events';

/** The outcome of a year covers each target once, and nothing else. */
export function everyTargetHasItsResult(
  targets: readonly Target[],
  results: readonly { target: string }[],
): Verdict {
  const missing = targets.find(({ target }) => results.filter((one) => one.target === target).length !== 1);
  if (missing) return { code: 'target-without-result', facts: { target: missing.target } };
  return results.length === targets.length ? undefined : { code: 'target-without-result', facts: {} };
}
