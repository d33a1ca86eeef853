import { redated, type Duty, type Instant } from '@huiyin/policy';
import { z } from 'zod';
import { accept, refuse, type Decision, type DecisionContext, type EventOf } from './decider';
import { aBreachIsOverdue } from './rules/a-breach-is-overdue';
import { shortText } from './schemas';

/** What every stream that carries duties records about them. */
export interface EscalatedEvents {
  OfficeReminded: { dutyId: string; rule: string; office: string; dueAt: Instant };
  DutyBreached: { dutyId: string; rule: string; office: string; overseer: string; dueAt: Instant };
  /** A new version of the calendar dates anew what still runs; the old dates stay on record here. */
  DutiesRecomputed: {
    /** `id@version` */
    calendar: string;
    changes: readonly RedatedDuty[];
  };
}

export interface RedatedDuty {
  dutyId: string;
  rule: string;
  office: string;
  was: Instant;
  dueAt: Instant;
  provisional: boolean;
}

export const escalatedCommands = {
  RemindOffice: z.strictObject({ dutyId: shortText }),
  RecordBreach: z.strictObject({ dutyId: shortText }),
  RecomputeDuties: z.strictObject({}),
} as const;

type Escalated<T extends keyof EscalatedEvents> = Decision<EventOf<Pick<EscalatedEvents, T>>>;

const find = (context: DecisionContext, dutyId: string): Duty | undefined =>
  context.duties().find(({ id }) => id === dutyId);

/** Reminding of a duty that has been met meanwhile is no error: there is nothing left to say. */
export function remindOffice(dutyId: string, context: DecisionContext): Escalated<'OfficeReminded'> {
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
): Escalated<'DutyBreached'> {
  if (breached.includes(dutyId)) return accept();
  const duty = find(context, dutyId);
  if (!duty) return refuse('duty-unknown', { dutyId });
  const refusal = aBreachIsOverdue(duty, now);
  if (refusal) return { ok: false, refusal };
  const { id, rule, owner, overseer, dueAt } = duty;
  return accept({ type: 'DutyBreached', data: { dutyId: id, rule, office: owner, overseer, dueAt } });
}

/** Nothing is recorded where the calendars in force change no clock that still runs. */
export function recomputeDuties(now: Instant, context: DecisionContext): Escalated<'DutiesRecomputed'> {
  const changes = redated(context.duties(), context.rules, now);
  const [first] = changes;
  if (!first) return accept();
  return accept({
    type: 'DutiesRecomputed',
    data: {
      calendar: first.calendar,
      changes: changes.map(({ duty, dueAt, provisional }) => {
        const { id, rule, owner } = duty;
        return { dutyId: id, rule, office: owner, was: duty.dueAt, dueAt, provisional };
      }),
    },
  });
}
