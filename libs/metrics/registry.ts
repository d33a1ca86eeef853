import type { Metric } from './metric';
import { backlog } from './metrics/backlog';
import { inflow } from './metrics/inflow';
import { onTimeAcceptance } from './metrics/on-time-acceptance';

/** Every metric, in the order of the catalogue. A new one is one file and one line here. */
export const METRICS: readonly Metric[] = [inflow, backlog, onTimeAcceptance];

export const findMetric = (id: string): Metric | undefined => METRICS.find((metric) => metric.id === id);
