import type { LocalDate } from '@huiyin/kernel';
import type { Ladder } from './ladder';
import type { ServiceDefinition } from './service';
import type { SupervisionRules, SupervisionTrigger } from './supervision';

/** ISO 8601 instant in UTC with milliseconds, so that comparing the text compares the time. */
export type Instant = string;

/** The same words for the two languages of the interface. */
export interface Text {
  zh: string;
  en: string;
}

/**
 * `days` and `working-days` end with the local day; `hours` and `calendar-days-exact` run to the millisecond;
 * `weekday-clock` counts working days of the calendar at the same time of day, and what comes in outside the clock
 * starts when it next opens; `date` ends with a local day that somebody has promised.
 */
export type Period =
  | { unit: 'hours'; amount: number }
  | { unit: 'days'; amount: number }
  | { unit: 'working-days'; amount: number }
  | { unit: 'calendar-days-exact'; amount: number }
  | { unit: 'weekday-clock'; amount: number; opens: string; closes: string }
  | { unit: 'date'; date: LocalDate };

/** A period that is counted from its start. */
export type CountedPeriod = Exclude<Period, { unit: 'date' }>;

/**
 * A period; or an amount in a field of the raising event; or the pack's period for the service named by a field
 * (no such service: the duty is not raised); or the local day named by a field (no such day: not raised).
 */
export type PeriodRule =
  CountedPeriod | { field: string; otherwise: CountedPeriod } | { service: string } | { until: string };

/**
 * Picks events by type and by equal fields of their data; `tier`, `service` and `procedure` are looked up in the
 * case's earlier events too, where the event itself does not say.
 */
export interface EventSelector {
  event: string;
  where?: Readonly<Record<string, string | number | boolean>>;
  /** Only duties whose owner is, or is not, the office named in this field of the event. */
  office?: { field: string; is: 'owner' | 'not-owner' };
}

/**
 * An office named by the role it has in the stream, or by a field of the raising event's data. Where owner and
 * overseer come out as one office, its superior oversees it.
 */
export type OfficeRef =
  { field: string } | { role: 'receiver' | 'petition-department' | 'handler' | 'reviewer' };

export type EscalationAction = 'remind' | 'breach' | 'supervise' | 'review' | 'propose-finding';

export interface EscalationStep {
  do: EscalationAction;
  /** Distance from the due time; negative = before it. Days keep the local time of day. */
  offset: { unit: 'hours' | 'days'; amount: number };
  /** What a supervision order that it raises is given for; otherwise `breach`. */
  trigger?: SupervisionTrigger;
}

export interface DutyRule {
  /** Stable, kebab-case: `answer`. */
  id: string;
  name: Text;
  /** The article or local setting it comes from. */
  source: Text;
  /** `duty`: missing it is a breach. `window`: a right that lapses, nobody is at fault. */
  kind: 'duty' | 'window';
  raisedBy: readonly EventSelector[];
  /**
   * One duty for each `key`: for each item of the list in the raising event's field `list`, or for the event's own
   * `key`. An event that carries a `key` touches that duty only, one that carries none touches them all.
   */
  each?: { list?: string; key: string };
  /** Only where the pack has switched this local option on. */
  option?: LocalOption;
  owner: OfficeRef;
  /** Who escalates it. */
  overseer: OfficeRef;
  /** Field of the raising event that holds the instant it runs from; otherwise when the event occurred. */
  startsFrom?: string;
  period: PeriodRule;
  dischargedBy: readonly EventSelector[];
  /** Neither met nor missed: it simply no longer applies. */
  cancelledBy?: readonly EventSelector[];
  /** The owner becomes the office in the event's field, and the clock runs on. */
  handedOverBy?: readonly { event: string; field: string }[];
  /** Adds the days in the event's data field to the period, never more than `max_days` in all. */
  extendedBy?: { event: string; daysField: string; max_days: number };
  pausedBy?: { begin: string; end: string };
  escalation: readonly EscalationStep[];
}

/**
 * Local rules that no national text asks for (Beijing 2006): the petitioner may ask for a recusal; the reply names its
 * remedy; late on an assigned matter: reasons and a stage report; a redo may not repeat the same answer; refused
 * advice: reasons in 3 working days.
 */
export const LOCAL_OPTIONS = [
  'recusal-on-request',
  'remedy-named',
  'stage-report',
  'redo-differs',
  'advice-refusal-reasons',
] as const;
export type LocalOption = (typeof LOCAL_OPTIONS)[number];

export interface PolicyPack {
  id: string;
  version: number;
  name: Text;
  timeZone: string;
  /** `id` for the newest version that is known, `id@version` for one. */
  calendar: string;
  /** How a last day on a holiday and the first day count; recorded on every deadline. */
  lastDay: 'as-is' | 'roll-forward';
  firstDay: 'excluded' | 'included';
  duties: readonly DutyRule[];
  ladder: Ladder;
  /** Without it only duties put an office under supervision. */
  supervision?: SupervisionRules;
  /** Service code → expected period, where the pack sets one per service. */
  services?: Readonly<Record<string, CountedPeriod>>;
  /** What the public can ask for; a service with a period and no entry here is offered by its code. */
  offered?: readonly ServiceDefinition[];
  /** Exactly the local options that are switched on; a pack without this list has `redo-differs` alone. */
  options?: readonly LocalOption[];
  /** Local days of notice that a hearing has; 7 where the pack does not say. */
  hearingNotice_days?: number;
  /**
   * Local days from the answer within which a supported claim is carried out, where the answer names no day and does
   * not say that it is done; absent: nothing is owed then.
   */
  carryOutWithin_days?: number;
  /**
   * Local days on which a case must have been received to fall under it: the first, and the first no more. What came
   * `from` earlier falls under the pack `before`.
   */
  inForce?: { from?: LocalDate; before?: string; until?: LocalDate };
}

/** Working days as data: holidays and make-up days inside a stated coverage, Monday to Friday otherwise. */
export interface WorkCalendar {
  id: string;
  version: number;
  name: Text;
  /** First and last year covered; a deadline that leans on any other year is provisional. */
  firstYear: number;
  lastYear: number;
  /** Days that are not worked; weekend days among them do no harm. */
  daysOff: readonly LocalDate[];
  /** Weekend days that are worked (调休). */
  makeUpDays: readonly LocalDate[];
  /** What the days off are for, where it is known. */
  holidays?: Readonly<Record<LocalDate, Text>>;
}
