import { bounded, firstDayOf, PERIOD_MAX_days } from './deadline';
import type { Duty, DutyContext, Fact } from './duty';
import { DUTIES_RECOMPUTED, instanceOf, OFFICE_REPLACED, textField, touches, type Data } from './matching';
import type { DutyRule, EventSelector, Instant, PolicyPack } from './pack';
import { dated } from './dated';
import { workDays, type DayNumber } from './work-days';
import { localDay } from './zone-time';

const marked = (duty: Duty, fact: Fact): Duty => ({ ...duty, facts: [...duty.facts, fact.id] });

function ended(duty: Duty, status: 'met' | 'met-late' | 'cancelled', fact: Fact): Duty {
  const next: Duty = { ...duty, status, endedAt: fact.occurredAt, facts: [...duty.facts, fact.id] };
  if (next.pausedSince !== undefined) delete next.pausedSince;
  return next;
}

/**
 * Days that a pause takes out: each local day that it touches, once, counted as the period counts. The period then has
 * as many days left as it had when the pause began.
 */
function daysPaused(duty: Duty, until: Instant, { pack, calendar }: DutyContext): number {
  const dayOf = (instant: Instant) => localDay(Date.parse(instant), pack.timeZone);
  const counted = firstDayOf(Date.parse(duty.startedAt), pack);
  const from = Math.max(
    dayOf(duty.pausedSince!),
    counted,
    duty.resumedAt ? dayOf(duty.resumedAt) + 1 : counted,
  );
  const to = Math.min(dayOf(until), from + PERIOD_MAX_days);
  if (duty.period.unit === 'date') return Math.max(0, to - from + 1);
  if (duty.period.unit === 'days')
    return to < from ? 0 : to - from + 1 + rolledPast(duty, from, counted, pack);
  if (duty.period.unit !== 'working-days') return 0;
  const days = workDays(calendar);
  let working = 0;
  for (let day = from; day <= to; day += 1) if (days.isWorkingDay(day)) working += 1;
  return working;
}

/** Days off by which a last day has rolled forward already when the pause begins: the period does not lose them again. */
function rolledPast(duty: Duty, from: DayNumber, counted: DayNumber, { timeZone }: PolicyPack): number {
  const { period, extendedDays, pausedDays } = duty;
  if (period.unit !== 'days') return 0;
  const last = counted + bounded(period.amount + extendedDays + pausedDays) - 1;
  return from > last ? Math.max(0, localDay(Date.parse(duty.dueAt), timeZone) - last) : 0;
}

function resumed(duty: Duty, rule: DutyRule, fact: Fact, context: DutyContext): Duty {
  const { pausedSince, ...rest } = duty;
  const length_ms = Math.max(0, Date.parse(fact.occurredAt) - Date.parse(pausedSince!));
  const next: Duty = {
    ...rest,
    status: 'open',
    resumedAt: fact.occurredAt,
    paused_ms: duty.paused_ms + length_ms,
    pausedDays: duty.pausedDays + daysPaused(duty, fact.occurredAt, context),
  };
  return marked({ ...next, ...dated(next, rule, context) }, fact);
}

function extended(duty: Duty, rule: DutyRule, data: Data, fact: Fact, context: DutyContext): Duty {
  const { daysField, max_days } = rule.extendedBy!;
  const asked = data[daysField];
  if (typeof asked !== 'number' || !(asked > 0)) return duty;
  const next = { ...duty, extendedDays: Math.min(duty.extendedDays + asked, max_days) };
  return marked({ ...next, ...dated(next, rule, context) }, fact);
}

/** By the calendar stamped on the fact; a date that moves stays on record. */
function recomputed(duty: Duty, rule: DutyRule, fact: Fact, context: DutyContext): Duty {
  const next = dated(duty, rule, context);
  const { dueAt, calendar } = duty;
  const before = { dueAt, calendar, until: fact.occurredAt };
  const earlier = next.dueAt === dueAt ? {} : { earlier: [...(duty.earlier ?? []), before] };
  return marked({ ...duty, ...next, ...earlier }, fact);
}

function handedOver(duty: Duty, rule: DutyRule, fact: Fact, data: Data): Duty | undefined {
  const field = rule.handedOverBy?.find(({ event }) => event === fact.type)?.field;
  const owner = field === undefined ? undefined : textField(data, field);
  return owner === undefined || owner === duty.owner ? undefined : marked({ ...duty, owner }, fact);
}

/** To whoever took over from its owner or its overseer; the clock runs on. */
function passedOn(duty: Duty, data: Data, fact: Fact): Duty {
  const [from, to] = [textField(data, 'from'), textField(data, 'to')];
  if (to === undefined || (duty.owner !== from && duty.overseer !== from)) return duty;
  const now = (office: string): string => (office === from ? to : office);
  return marked({ ...duty, owner: now(duty.owner), overseer: now(duty.overseer) }, fact);
}

/** One running duty after a fact. A clock that has run out is neither paused nor extended any more. */
export function changed(duty: Duty, rule: DutyRule, fact: Fact, data: Data, context: DutyContext): Duty {
  const about = instanceOf(rule, data);
  if (about !== undefined && about !== duty.instance) return duty;
  const named = (selector: EventSelector) => touches(selector, fact.type, data, context.traits, duty.owner);
  const ranOut = duty.status === 'open' && fact.occurredAt > duty.dueAt;
  if (rule.dischargedBy.some(named)) return ended(duty, ranOut ? 'met-late' : 'met', fact);
  if (rule.cancelledBy?.some(named)) return ended(duty, 'cancelled', fact);
  const handedTo = handedOver(duty, rule, fact, data);
  if (handedTo) return handedTo;
  if (fact.type === OFFICE_REPLACED) return passedOn(duty, data, fact);
  if (ranOut) return duty;
  if (fact.type === DUTIES_RECOMPUTED) return recomputed(duty, rule, fact, context);
  if (rule.extendedBy?.event === fact.type) return extended(duty, rule, data, fact, context);
  if (rule.pausedBy?.begin === fact.type && duty.status === 'open') {
    return marked({ ...duty, status: 'paused', pausedSince: fact.occurredAt }, fact);
  }
  if (rule.pausedBy?.end === fact.type && duty.status === 'paused') return resumed(duty, rule, fact, context);
  return duty;
}
