import type { Verdict } from '../../../decider';

/** Whom the common superior has named handles it (Art. 24). */
export const aDeterminationIsNotObjectedTo = (determined: boolean): Verdict =>
  determined ? { code: 'determined-by-superior' } : undefined;
