import type { Duty, Instant } from '@huiyin/policy';
import { accept, refuse, type Decision, type DecisionContext } from './decider';
import { aBreachIsOverdue } from './rules/a-breach-is-overdue';

export interface Reminded {
  type: 'OfficeReminded';
  data: { dutyId: string; rule: string; office: string; dueAt: Instant };
}

export interface Breached {
  type: 'DutyBreached';
  data: { dutyId: string; rule: string; office: string; overseer: string; dueAt: Instant };
}

const find = (context: DecisionContext, dutyId: string): Duty | undefined =>
  context.duties().find(({ id }) => id === dutyId);

/** Reminding of a duty that has been met meanwhile is no error: there is nothing left to say. */
export function remindOffice(dutyId: string, context: DecisionContext): Decision<Reminded> {
  const duty = find(context, dutyId);
  if (!duty) return refuse('duty-unknown', { dutyId });
  if (duty.status !== 'open') return accept();
  const { id, rule, owner, dueAt } = duty;
  return accept({ type: 'OfficeReminded', data: { dutyId: id, rule, office: owner, dueAt } });
}

/** Recorded once for each duty, however often it is asked for. */
export function recordBreach(
  dutyId: string,
  now: Instant,
  breached: readonly string[],
  context: DecisionContext,
): Decision<Breached> {
  if (breached.includes(dutyId)) return accept();
  const duty = find(context, dutyId);
  if (!duty) return refuse('duty-unknown', { dutyId });
  const refusal = aBreachIsOverdue(duty, now);
  if (refusal) return { ok: false, refusal };
  const { id, rule, owner, overseer, dueAt } = duty;
  return accept({ type: 'DutyBreached', data: { dutyId: id, rule, office: owner, overseer, dueAt } });
}
