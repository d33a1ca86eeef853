import type { Verdict } from '../../../decider';
import type { UrgentState } from '../state';

/** A matter is found grave or urgent once: what happens later is reported by the same office. */
export const urgencyIsFoundOnce = ({ status }: UrgentState): Verdict =>
  status === 'urgent' ? { code: 'urgent-already' } : undefined;
