import { redated, type Duty, type Instant } from '@huiyin/policy';
import { z } from 'zod';
import { unreachable } from '@huiyin/kernel';
import {
  accept,
  refuse,
  type CommandOf,
  type Decision,
  type DecisionContext,
  type EventOf,
  type Issued,
} from './decider';
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

export type EscalatedCommand = CommandOf<typeof escalatedCommands>;

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

/** What the clock asks of any stream that carries duties; `breached`: the duties whose breach is on record. */
export function byTheClock(
  command: EscalatedCommand & Issued,
  { breached }: { breached: readonly string[] },
  context: DecisionContext,
): Escalated<keyof EscalatedEvents> {
  switch (command.type) {
    case 'RemindOffice':
      return remindOffice(command.data.dutyId, context);
    case 'RecordBreach':
      return recordBreach(command.data.dutyId, command.now, breached, context);
    case 'RecomputeDuties':
      return recomputeDuties(command.now, context);
    default:
      return unreachable(command);
  }
}
