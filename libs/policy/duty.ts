import type { EscalationAction, Instant, Period, PolicyPack, WorkCalendar } from './pack';
import type { SupervisionTrigger } from './supervision';

/** What the duties function reads of an event: nothing personal. A stored event is a fact. */
export interface Fact {
  id: string;
  type: string;
  occurredAt: Instant;
  data: unknown;
  /** The calendar that was in force when it was recorded, `id@version`. */
  meta: { policy?: string | undefined; calendar?: string | undefined };
  /** In its stream; where it is given, a fact that was folded before is passed over. */
  revision?: number;
}

/** One instant at which a duty asks for something. */
export interface DutyStep {
  do: EscalationAction;
  at: Instant;
  /** What a supervision order is given for; otherwise `breach`. */
  trigger?: SupervisionTrigger;
}

export interface Duty {
  /** `rule:raising-event-id`, and `:instance` where there are several: the same history gives the same id. */
  id: string;
  rule: string;
  kind: 'duty' | 'window';
  /** Which of several of the same rule: an instalment, a helper's part. */
  instance?: string;
  /** Office ids. */
  owner: string;
  overseer: string;
  /** Id and type of the event that raised it. */
  raisedBy: string;
  raisedByType: string;
  startedAt: Instant;
  /** The field that says when it starts (`receivedAt`), or `kept`; absent: the raising event. */
  startedAs?: string;
  dueAt: Instant;
  /** A window that nobody used stays `open` past its due time. */
  status: 'open' | 'paused' | 'met' | 'met-late' | 'cancelled';
  /** When it was met or cancelled. */
  endedAt?: Instant;
  /** The date leans on a year that the calendar does not cover. */
  provisional: boolean;
  /** `id@version` of what the due time was computed with. */
  policy: string;
  calendar: string;
  period: Period;
  lastDay: PolicyPack['lastDay'];
  firstDay: PolicyPack['firstDay'];
  /** In order of time. */
  steps: readonly DutyStep[];
  pausedSince?: Instant;
  /** End of the last pause. */
  resumedAt?: Instant;
  paused_ms: number;
  /** Days (or working days, as the period counts) that pauses took out. */
  pausedDays: number;
  extendedDays: number;
  /** What it was due by before a new version of the calendar was adopted, the first date first. */
  earlier?: readonly { dueAt: Instant; calendar: string; until: Instant }[];
  /** Ids of the events that raised, moved or ended it, in order. */
  facts: readonly string[];
}

/** Offices by the role they have in a stream. */
export type Roles = Partial<Record<'receiver' | 'petition-department' | 'handler' | 'reviewer', string>>;

/** What governs one fact. */
export interface DutyContext {
  pack: PolicyPack;
  calendar: WorkCalendar;
  roles: Roles;
  /** `tier`, `service` and `procedure` as earlier events of the stream said. */
  traits: Readonly<Record<string, string>>;
}

/** One stream folded so far: all that is needed to go on from it. Plain JSON. */
export interface DutySheet {
  /** `id@version` of the governing pack; absent until an event names one. */
  policy?: string;
  roles: Roles;
  traits: Readonly<Record<string, string>>;
  duties: readonly Duty[];
  /** Last revision folded, where facts give theirs; otherwise -1. */
  revision: number;
}

/** The rules that are in force: everything that a deadline may name. */
export interface RuleBook {
  /** By `id@version`, or by `id` for the newest. Throws UnknownRules. */
  pack(ref: string): PolicyPack;
  /** The newest of each id, in the order of the ids. */
  packs(): readonly PolicyPack[];
  calendar(ref: string): WorkCalendar;
}

export interface EscalationCommand {
  /** Deterministic: the same duty and step always give the same id. */
  commandId: string;
  do: EscalationAction;
  duty: Duty;
  /** The instant that the step falls due. */
  at: Instant;
  trigger?: SupervisionTrigger;
}
