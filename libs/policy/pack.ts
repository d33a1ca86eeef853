/** ISO instant. */
export type Instant = string;

/** `days` end at the end of the local day; `hours` run to the minute; `weekday-clock` runs on office hours. */
export type Period =
  | { unit: 'hours'; amount: number }
  | { unit: 'days'; amount: number }
  | { unit: 'working-days'; amount: number }
  | { unit: 'calendar-days-exact'; amount: number }
  | { unit: 'weekday-clock'; amount: number; opens: string; closes: string };

/** Picks events by type and by equal fields of their data. */
export interface EventSelector {
  event: string;
  where?: Readonly<Record<string, string | number | boolean>>;
}

/** An office named by the role it has for the case, or by a field of the raising event's data. */
export type OfficeRef = { field: string } | { role: 'receiver' | 'petition-department' | 'handler' };

export type EscalationAction = 'remind' | 'breach' | 'supervise' | 'review' | 'propose-finding';

export interface EscalationStep {
  do: EscalationAction;
  /** Distance from the due time; negative = before it. */
  offset: { unit: 'hours' | 'days'; amount: number };
}

export interface DutyRule {
  /** Stable, kebab-case: `answer`. */
  id: string;
  name: { zh: string; en: string };
  /** The article or local setting it comes from. */
  source: string;
  /** `duty`: missing it is a breach. `window`: a right that lapses, nobody is at fault. */
  kind: 'duty' | 'window';
  raisedBy: readonly EventSelector[];
  owner: OfficeRef;
  /** Who escalates it. */
  overseer: OfficeRef;
  period: Period | { field: string; otherwise: Period };
  dischargedBy: readonly EventSelector[];
  /** Neither met nor missed: it simply no longer applies. */
  cancelledBy?: readonly EventSelector[];
  /** Adds the days in the event's data field to the due date. */
  extendedBy?: { event: string; daysField: string };
  pausedBy?: { begin: string; end: string };
  escalation: readonly EscalationStep[];
}

export interface LadderRung {
  id: string;
  name: { zh: string; en: string };
  /** Confirmed faults inside the window that reach this rung. */
  faults: number;
}

export interface Ladder {
  id: string;
  window: { unit: 'days'; amount: number };
  rungs: readonly LadderRung[];
}

export interface PolicyPack {
  id: string;
  version: number;
  name: { zh: string; en: string };
  timeZone: string;
  calendar: string;
  /** How a last day on a holiday and the first day count; recorded on every deadline. */
  lastDay: 'as-is' | 'roll-forward';
  firstDay: 'excluded' | 'included';
  duties: readonly DutyRule[];
  ladder: Ladder;
  /** Service code → expected period, where the pack sets one per service. */
  services?: Readonly<Record<string, Period>>;
}

/** Working days as data: holidays and make-up days inside a stated coverage, Monday to Friday otherwise. */
export interface WorkCalendar {
  id: string;
  version: number;
  name: { zh: string; en: string };
  /** First and last year covered; a deadline that leans on any other year is provisional. */
  firstYear: number;
  lastYear: number;
  /** Weekdays that are days off, `YYYY-MM-DD`. */
  daysOff: readonly string[];
  /** Weekend days that are worked (调休). */
  makeUpDays: readonly string[];
}
