import type { Duty, DutyContext, DutySheet, Fact, RuleBook } from './duty';
import { openLedger, takeIn } from './ledger';
import { dataOf, packIndex, textField, traitsAfter } from './matching';
import type { PolicyPack, WorkCalendar } from './pack';
import { rolesAfter } from './roles';
import { refOf } from './rule-book';

/** What governs a stream, without its duties. */
type Head = Omit<DutySheet, 'duties'>;

export const emptySheet: DutySheet = { roles: {}, traits: {}, duties: [], revision: -1 };

/** The calendar stamped on the fact, if it is one of the pack's; otherwise the one that the pack names. */
function calendarOf(fact: Fact, pack: PolicyPack, rules: RuleBook): WorkCalendar {
  const stamped = fact.meta.calendar;
  const [id] = pack.calendar.split('@');
  return rules.calendar(stamped !== undefined && stamped.startsWith(`${id}@`) ? stamped : pack.calendar);
}

/** An office's standing outlives packs: each rung is reached, and asks for things, under the pack of its day. */
const GOVERNS_ANEW = 'RungReached';

/**
 * The first event that names a pack governs the stream, and each rung anew; `context` only where a rule may care for
 * the fact.
 */
function headAfter<H extends Head>(head: H, fact: Fact, rules: RuleBook): { head: H; context?: DutyContext } {
  const data = dataOf(fact);
  const given = textField(data, 'pack');
  const named = fact.type === GOVERNS_ANEW ? (given ?? head.policy) : (head.policy ?? given);
  const revision = fact.revision ?? head.revision;
  if (named === undefined) return { head: revision === head.revision ? head : { ...head, revision } };
  const pack = rules.pack(named);
  const roles = rolesAfter(head.roles, fact.type, data);
  const traits = traitsAfter(head.traits, data);
  const next = { ...head, policy: named === head.policy ? named : refOf(pack), roles, traits, revision };
  if (!packIndex(pack).names.has(fact.type)) return { head: next };
  return { head: next, context: { pack, calendar: calendarOf(fact, pack, rules), roles, traits } };
}

/** Arrived again, as its revision says. */
const seen = (fact: Fact, { revision }: Head): boolean =>
  fact.revision !== undefined && fact.revision <= revision;

/** The duties after one more fact of their stream; the same array when nothing changes. */
export function dutiesAfter(duties: readonly Duty[], fact: Fact, context: DutyContext): readonly Duty[] {
  if (!packIndex(context.pack).names.has(fact.type)) return duties;
  const ledger = openLedger(duties);
  return takeIn(ledger, fact, context) ? ledger.all : duties;
}

/** Goes on from a sheet that was folded before. */
export function sheetAfter(sheet: DutySheet, fact: Fact, rules: RuleBook): DutySheet {
  if (seen(fact, sheet)) return sheet;
  const { head, context } = headAfter(sheet, fact, rules);
  return context ? { ...head, duties: dutiesAfter(sheet.duties, fact, context) } : head;
}

/** All duties of one stream, ended ones included, in the order in which they were raised. */
export function duties(history: readonly Fact[], rules: RuleBook): readonly Duty[] {
  const ledger = openLedger([]);
  let governed: Head = emptySheet;
  for (const fact of history) {
    if (seen(fact, governed)) continue;
    const { head, context } = headAfter(governed, fact, rules);
    governed = head;
    if (context) takeIn(ledger, fact, context);
  }
  return ledger.all;
}
