import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../decider';
import { aBreachIsOverdue } from './a-breach-is-overdue';

/** Where an order or a review by hand names a duty, the case has it, it is the office's, and it was missed. */
export function aDutyThatIsNamedWasMissed(
  dutyId: string | undefined,
  duty: Duty | undefined,
  office: string,
  now: Instant,
): Verdict {
  if (dutyId === undefined) return undefined;
  return duty?.owner === office
    ? aBreachIsOverdue(duty, now)
    : { code: 'duty-unknown', facts: { dutyId, office } };
}
