import type { Verdict } from '../../../decider';
import type { MediationState } from '../state';

/** A mediation is ended, with an agreement or without, before the next one and before the closing (Art. 33). */
export const noMediationIsOpen = ({ status }: MediationState): Verdict =>
  status === 'running' ? { code: 'mediation-open' } : undefined;
