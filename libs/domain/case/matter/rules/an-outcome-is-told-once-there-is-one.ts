import type { Verdict } from '../../../decider';
import type { Spine } from '../../spine/state';

/** The outcome of a lead case is told once there is one. */
export const anOutcomeIsToldOnceThereIsOne = (lead: Spine | undefined): Verdict =>
  lead?.status === 'answered' || lead?.status === 'closed' ? undefined : { code: 'lead-unanswered' };
