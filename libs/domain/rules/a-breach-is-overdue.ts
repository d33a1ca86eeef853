import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../decider';

/** A breach is recorded only for a duty whose time passed unmet. */
export function aBreachIsOverdue(duty: Duty, now: Instant): Verdict {
  const missed =
    duty.kind === 'duty' && (duty.status === 'met-late' || (duty.status === 'open' && duty.dueAt <= now));
  return missed ? undefined : { code: 'not-breached', facts: { dutyId: duty.id, dueAt: duty.dueAt } };
}
