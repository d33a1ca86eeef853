import type { Verdict } from '../../../decider';
import type { Spine } from '../../spine/state';

/** The outcome of a lead case is told once there is one: its own, or that of the case that it was merged into later. */
export function anOutcomeIsToldOnceThereIsOne(lead: Spine | undefined): Verdict {
  switch (lead?.status) {
    case 'answered':
    case 'closed':
    case 'closed-with-lead':
      return undefined;
    // No other status has an outcome.
    default:
      return { code: 'lead-unanswered' };
  }
}
