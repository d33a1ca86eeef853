import { unreachable } from '@huiyin/kernel';
import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../decider';

/** A breach is recorded only for a duty whose time passed unmet. */
export const aBreachIsOverdue = (duty: Duty, now: Instant): Verdict =>
  duty.kind === 'duty' && missed(duty, now)
    ? undefined
    : { code: 'not-breached', facts: { dutyId: duty.id, dueAt: duty.dueAt } };

function missed({ status, dueAt, endedAt, pausedSince }: Duty, now: Instant): boolean {
  switch (status) {
    case 'open':
      return dueAt <= now;
    case 'paused':
      return dueAt <= pausedSince!;
    case 'met':
      return false;
    case 'met-late':
    case 'cancelled':
      return dueAt < endedAt!;
    default:
      return unreachable(status);
  }
}
