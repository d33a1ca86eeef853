import type { Verdict } from '../../decider';
import { isTargetMetric } from '../metrics';

/** What an office does can be a target; what people bring, and how often, is demand and never one. */
export function aTargetIsOnAnOfficesDuty(metrics: readonly string[]): Verdict {
  const other = metrics.find((metric) => !isTargetMetric(metric));
  return other === undefined ? undefined : { code: 'not-a-target', facts: { metric: other } };
}
