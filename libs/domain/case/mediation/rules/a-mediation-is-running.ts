import type { Verdict } from '../../../decider';
import type { MediationState } from '../state';

/** What has begun is ended, once. */
export const aMediationIsRunning = ({ status }: MediationState): Verdict =>
  status === 'running' ? undefined : { code: 'no-mediation' };
