import type { Duty, DutyContext, DutySheet, Fact, RuleBook } from './duty';
import { openLedger, takeIn } from './ledger';
import { dataOf, packIndex, textField, traitsAfter } from './matching';
import type { PolicyPack, WorkCalendar } from './pack';
import { rolesAfter } from './roles';

/** What governs a stream, without its duties. */
export type Head = Omit<DutySheet, 'duties'>;

export const emptyHead: Head = { roles: {}, traits: {}, revision: -1 };
export const emptySheet: DutySheet = { ...emptyHead, duties: [] };

/** The calendar stamped on the fact, if it is one of the pack's; otherwise the one that the pack names. */
function calendarOf({ meta: { calendar } }: Fact, pack: PolicyPack, rules: RuleBook): WorkCalendar {
  const stamped = calendar?.startsWith(packIndex(pack).calendarPrefix);
  return rules.calendar(stamped ? calendar! : pack.calendar);
}

/** An office's standing outlives packs: each rung is reached, and asks for things, under the pack of its day. */
const GOVERNS_ANEW = 'RungReached';

/** The first event that names a pack governs the stream, and each rung anew; a fact that arrived again changes nothing. */
export function headAfter(head: Head, fact: Fact, rules: RuleBook): Head {
  if (seen(fact, head)) return head;
  const data = dataOf(fact);
  const given = textField(data, 'pack');
  const named = fact.type === GOVERNS_ANEW ? (given ?? head.policy) : (head.policy ?? given);
  const revision = fact.revision ?? head.revision;
  if (named === undefined) return revision === head.revision ? head : { ...head, revision };
  const policy = named === head.policy ? named : packIndex(rules.pack(named)).ref;
  const roles = rolesAfter(head.roles, fact.type, data);
  const traits = traitsAfter(head.traits, data);
  return { policy, roles, traits, revision };
}

/** What governs one fact under a pack, given the head after it; undefined where no rule cares for the fact. */
export function contextUnder(
  pack: PolicyPack,
  { roles, traits }: Head,
  fact: Fact,
  rules: RuleBook,
): DutyContext | undefined {
  if (!packIndex(pack).names.has(fact.type)) return undefined;
  return { pack, calendar: calendarOf(fact, pack, rules), roles, traits };
}

const contextOf = (head: Head, fact: Fact, rules: RuleBook): DutyContext | undefined =>
  head.policy === undefined ? undefined : contextUnder(rules.pack(head.policy), head, fact, rules);

/** Arrived again, as its revision says. */
const seen = (fact: Fact, { revision }: Head): boolean =>
  fact.revision !== undefined && fact.revision <= revision;

/** The duties after one more fact of their stream, taken in once; the same array when nothing changes. */
export function dutiesAfter(duties: readonly Duty[], fact: Fact, context: DutyContext): readonly Duty[] {
  const ledger = openLedger(duties);
  return takeIn(ledger, fact, context) ? ledger.all : duties;
}

/** Goes on from a sheet that was folded before. A fact that has left its mark on a duty is passed over. */
export function sheetAfter(sheet: DutySheet, fact: Fact, rules: RuleBook): DutySheet {
  if (seen(fact, sheet)) return sheet;
  const head = headAfter(sheet, fact, rules);
  const context = contextOf(head, fact, rules);
  const { duties } = sheet;
  if (!context || duties.some(({ facts }) => facts.includes(fact.id))) return { ...head, duties };
  return { ...head, duties: dutiesAfter(duties, fact, context) };
}

/** All duties of one stream, ended ones included, in the order in which they were raised. */
export function duties(history: readonly Fact[], rules: RuleBook): readonly Duty[] {
  const ledger = openLedger([]);
  const marks = new Set<string>();
  let head = emptyHead;
  for (const fact of history) {
    if (seen(fact, head)) continue;
    head = headAfter(head, fact, rules);
    const context = contextOf(head, fact, rules);
    if (context && !marks.has(fact.id) && takeIn(ledger, fact, context)) marks.add(fact.id);
  }
  return ledger.all;
}
