import type { Deadline, Running } from './deadline';
import { deadline } from './deadline';
import type { Duty, DutyContext, Fact } from './duty';
import { instanceOf, textField, type Data } from './matching';
import type { DutyRule, OfficeRef, Period } from './pack';
import { refOf } from './rule-book';
import { stepsOf } from './steps';
import { isoOf } from './zone-time';

/** `2026-05-01` */
const DATE_CHARS = 10;
/** Of one event: what a damaged list holds beyond it is passed over. */
const ITEMS_MAX = 200;

/** The period of this duty, or undefined where the pack sets none for the case's service. */
function periodOf(rule: DutyRule, data: Data, { pack, traits }: DutyContext): Period | undefined {
  const { period } = rule;
  if ('unit' in period) return period;
  if ('until' in period) {
    const date = textField(data, period.until)?.slice(0, DATE_CHARS);
    return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : { unit: 'date', date };
  }
  if ('service' in period) {
    const service = textField(data, period.service) ?? traits[period.service];
    return service === undefined ? undefined : pack.services?.[service];
  }
  const amount = data[period.field];
  return typeof amount === 'number' && amount > 0 ? { ...period.otherwise, amount } : period.otherwise;
}

function officeOf(ref: OfficeRef, data: Data, { roles }: DutyContext): string | undefined {
  if ('field' in ref) return textField(data, ref.field);
  return roles[ref.role] ?? roles['petition-department'] ?? roles.receiver;
}

function startOf(rule: DutyRule, fact: Fact, data: Data): string {
  const given_ms = rule.startsFrom === undefined ? NaN : Date.parse(String(data[rule.startsFrom]));
  return Number.isNaN(given_ms) ? fact.occurredAt : isoOf(given_ms);
}

type Dated = Pick<Duty, 'dueAt' | 'provisional' | 'steps' | 'calendar'>;

/** What follows from a period: due time, steps, and the calendar that they lean on. */
export function dated(
  running: Running,
  rule: DutyRule,
  { pack, calendar }: Pick<DutyContext, 'pack' | 'calendar'>,
): Dated {
  const { dueAt_ms, provisional }: Deadline = deadline(running, pack, calendar);
  return {
    dueAt: isoOf(dueAt_ms),
    provisional,
    steps: stepsOf(rule, Date.parse(running.startedAt), dueAt_ms, pack.timeZone),
    calendar: refOf(calendar),
  };
}

/** The duties that a fact raises by a rule, one for each of its items where the rule says so. */
export function raise(rule: DutyRule, fact: Fact, data: Data, context: DutyContext): Duty[] {
  const list = rule.each?.list === undefined ? undefined : data[rule.each.list];
  const items: Data[] = Array.isArray(list)
    ? list.slice(0, ITEMS_MAX).map((item) => ({ ...data, ...(item as Data) }))
    : [data];
  return items.flatMap((item) => raiseOne(rule, fact, item, context) ?? []);
}

/** None where nobody is named to owe it or no period is set. */
function raiseOne(rule: DutyRule, fact: Fact, data: Data, context: DutyContext): Duty | undefined {
  const owner = officeOf(rule.owner, data, context);
  const period = periodOf(rule, data, context);
  if (owner === undefined || period === undefined) return undefined;
  const running = {
    period,
    startedAt: startOf(rule, fact, data),
    extendedDays: 0,
    pausedDays: 0,
    paused_ms: 0,
  };
  const { pack } = context;
  const instance = instanceOf(rule, data);
  return {
    id: [rule.id, fact.id, ...(instance === undefined ? [] : [instance])].join(':'),
    ...(instance !== undefined && { instance }),
    rule: rule.id,
    kind: rule.kind,
    owner,
    overseer: officeOf(rule.overseer, data, context) ?? owner,
    raisedBy: fact.id,
    raisedByType: fact.type,
    status: 'open',
    policy: refOf(pack),
    lastDay: pack.lastDay,
    firstDay: pack.firstDay,
    facts: [fact.id],
    ...running,
    ...dated(running, rule, context),
  };
}
