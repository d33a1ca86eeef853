import type { Metric } from './metric';
import { assigned } from './metrics/assigned';
import { backlog } from './metrics/backlog';
import { inflow } from './metrics/inflow';
import { onTimeAcceptance } from './metrics/on-time-acceptance';
import { referred } from './metrics/referred';
import { sentToOffice } from './metrics/sent-to-office';
import { supervised } from './metrics/supervised';

/** Every metric, in the order of the catalogue. A new one is one file and one line here. */
export const METRICS: readonly Metric[] = [
  inflow,
  backlog,
  onTimeAcceptance,
  sentToOffice,
  referred,
  assigned,
  supervised,
];

export const findMetric = (id: string): Metric | undefined => METRICS.find((metric) => metric.id === id);
