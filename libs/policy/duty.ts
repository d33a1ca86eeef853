import type { EscalationAction, Instant, PolicyPack, WorkCalendar } from './pack';

/** What the duties function reads of an event: nothing personal. */
export interface Fact {
  id: string;
  type: string;
  occurredAt: Instant;
  data: unknown;
  /** The calendar that was in force when it was recorded, `id@version`. */
  meta: { policy?: string; calendar?: string };
}

export interface Duty {
  /** `rule:raising-event-id`: the same history gives the same id. */
  id: string;
  rule: string;
  kind: 'duty' | 'window';
  owner: string;
  overseer: string;
  raisedBy: string;
  startedAt: Instant;
  dueAt: Instant;
  status: 'open' | 'paused' | 'met' | 'met-late' | 'cancelled';
  /** When it was met or cancelled. */
  endedAt?: Instant;
  /** The date leans on a year that the calendar does not cover. */
  provisional: boolean;
  policy: string;
  calendar: string;
  lastDay: PolicyPack['lastDay'];
  firstDay: PolicyPack['firstDay'];
  pausedSince?: Instant;
  paused_ms: number;
  extendedDays: number;
}

/** The rules that are in force: everything that a deadline may name. */
export interface RuleBook {
  pack(ref: string): PolicyPack;
  calendar(ref: string): WorkCalendar;
}

export interface EscalationCommand {
  /** Deterministic: the same duty and step always give the same id. */
  commandId: string;
  do: EscalationAction;
  duty: Duty;
  /** The instant that the step falls due. */
  at: Instant;
}
