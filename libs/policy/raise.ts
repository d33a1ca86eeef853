import { own } from '@huiyin/kernel';
import { dated } from './dated';
import type { Duty, DutyContext, Fact } from './duty';
import { instanceOf, packIndex, textField, type Data } from './matching';
import type { DutyRule, OfficeRef, Period } from './pack';
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
    return service === undefined ? undefined : pack.services && own(pack.services, service);
  }
  const amount = data[period.field];
  return typeof amount === 'number' && amount > 0 ? { ...period.otherwise, amount } : period.otherwise;
}

function officeOf(ref: OfficeRef, data: Data, { roles }: DutyContext): string | undefined {
  if ('field' in ref) return textField(data, ref.field);
  return roles[ref.role] ?? roles['petition-department'] ?? roles.receiver;
}

/** When it begins to run, and as what, where that is not the event by its name. */
function startOf(rule: DutyRule, fact: Fact, data: Data): Pick<Duty, 'startedAt' | 'startedAs'> {
  const { startsFrom } = rule;
  const given_ms = startsFrom === undefined ? NaN : Date.parse(String(data[startsFrom]));
  if (!Number.isNaN(given_ms)) return { startedAt: isoOf(given_ms), startedAs: startsFrom! };
  const startedAt = fact.occurredAt;
  return fact.type === 'CaseSent' && data['by'] === data['to']
    ? { startedAt, startedAs: 'kept' }
    : { startedAt };
}

/** The duties that a fact raises by a rule, one for each of its items where the rule says so. */
export function raise(rule: DutyRule, fact: Fact, data: Data, context: DutyContext): Duty[] {
  const list = rule.each?.list === undefined ? undefined : data[rule.each.list];
  if (!Array.isArray(list)) return raiseOne(rule, fact, data, context);
  return list
    .slice(0, ITEMS_MAX)
    .flatMap((item) => raiseOne(rule, fact, { ...data, ...(item as Data) }, context));
}

/** None where nobody is named to owe it or no period is set. */
function raiseOne(rule: DutyRule, fact: Fact, data: Data, context: DutyContext): Duty[] {
  const owner = officeOf(rule.owner, data, context);
  const period = periodOf(rule, data, context);
  if (owner === undefined || period === undefined) return [];
  const { pack } = context;
  const instance = instanceOf(rule, data);
  const { startedAt, startedAs } = startOf(rule, fact, data);
  const running = { period, startedAt, extendedDays: 0, pausedDays: 0, paused_ms: 0 };
  const { dueAt, provisional, steps, calendar } = dated(running, rule, context);
  // Written out, not spread: this is the object that a fold makes most of.
  const duty: Duty = {
    id: instance === undefined ? `${rule.id}:${fact.id}` : `${rule.id}:${fact.id}:${instance}`,
    rule: rule.id,
    kind: rule.kind,
    owner,
    overseer: officeOf(rule.overseer, data, context) ?? owner,
    raisedBy: fact.id,
    raisedByType: fact.type,
    status: 'open',
    policy: packIndex(pack).ref,
    lastDay: pack.lastDay,
    firstDay: pack.firstDay,
    facts: [fact.id],
    period,
    startedAt,
    extendedDays: 0,
    pausedDays: 0,
    paused_ms: 0,
    dueAt,
    provisional,
    steps,
    calendar,
  };
  if (instance === undefined && startedAs === undefined) return [duty];
  return [{ ...duty, ...(instance !== undefined && { instance }), ...(startedAs && { startedAs }) }];
}
