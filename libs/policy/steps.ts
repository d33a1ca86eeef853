import { DAY_ms, HOUR_ms, unreachable } from '@huiyin/kernel';
import type { DutyStep } from './duty';
import type { DutyRule, EscalationAction, EscalationStep } from './pack';
import { instantAt, isoOf, wallClock } from './zone-time';

/** Steps of one instant are taken in this order. */
export const ACTIONS: readonly EscalationAction[] = [
  'remind',
  'breach',
  'supervise',
  'review',
  'propose-finding',
];

function stepAt({ offset }: EscalationStep, due_ms: number, zone: string): number {
  if (offset.amount === 0) return due_ms;
  switch (offset.unit) {
    case 'hours':
      return due_ms + offset.amount * HOUR_ms;
    case 'days':
      return instantAt(wallClock(due_ms, zone) + offset.amount * DAY_ms, zone);
    default:
      return unreachable(offset.unit);
  }
}

/** The instants of a duty in order of time. A reminder that would come before the duty itself is left out. */
export function stepsOf(rule: DutyRule, start_ms: number, due_ms: number, zone: string): DutyStep[] {
  return rule.escalation
    .map((step) => ({ do: step.do, trigger: step.trigger, at_ms: stepAt(step, due_ms, zone) }))
    .filter((step) => step.at_ms > start_ms)
    .sort((a, b) => a.at_ms - b.at_ms || ACTIONS.indexOf(a.do) - ACTIONS.indexOf(b.do))
    .map(({ do: action, at_ms, trigger }) => ({ do: action, at: isoOf(at_ms), ...(trigger && { trigger }) }));
}
