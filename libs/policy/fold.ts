import type { Duty, DutyContext, DutySheet, Fact, Roles, RuleBook } from './duty';
import { changed } from './change';
import { dataOf, packIndex, selects, textField, traitsAfter, type Data } from './matching';
import type { PolicyPack, WorkCalendar } from './pack';
import { raise } from './raise';
import { refOf } from './rule-book';

const running = ({ status }: Duty): boolean => status === 'open' || status === 'paused';

const sameDuty = (a: Duty, b: Duty): boolean =>
  a.rule === b.rule && a.owner === b.owner && a.instance === b.instance;

/**
 * The duties after one more fact of their stream: first what it ends, extends, pauses or resumes, then what it
 * raises. An office that already owes a duty is not asked for it twice, and a fact that has left its mark on any of
 * these duties is passed over. Answers the same array when nothing changes.
 */
export function dutiesAfter(duties: readonly Duty[], fact: Fact, context: DutyContext): readonly Duty[] {
  const index = packIndex(context.pack);
  if (!index.names.has(fact.type) || duties.some(({ facts }) => facts.includes(fact.id))) return duties;
  const data = dataOf(fact);
  let touched = false;
  const after = duties.map((duty) => {
    const rule = running(duty) ? index.rule.get(duty.rule) : undefined;
    const next = rule ? changed(duty, rule, fact, data, context) : duty;
    touched ||= next !== duty;
    return next;
  });
  for (const rule of index.raises.get(fact.type) ?? []) {
    if (!rule.raisedBy.some((selector) => selects(selector, fact.type, data, context.traits))) continue;
    for (const duty of raise(rule, fact, data, context)) {
      if (after.some((other) => running(other) && sameDuty(other, duty))) continue;
      after.push(duty);
      touched = true;
    }
  }
  return touched ? after : duties;
}

/** Which office has which role after a fact; the events and fields are those of the case and review streams. */
function rolesAfter(roles: Roles, type: string, data: Data): Roles {
  const by = textField(data, 'by');
  switch (type) {
    case 'CaseRegistered': {
      const receiver = textField(data, 'receiver');
      return { ...roles, receiver, 'petition-department': receiver };
    }
    case 'CaseSorted':
      return by === roles['petition-department'] ? roles : { ...roles, 'petition-department': by };
    case 'CaseSent':
      return { ...roles, 'petition-department': by, handler: textField(data, 'to') };
    case 'ObjectionUpheld':
      return { ...roles, 'petition-department': by, handler: undefined };
    case 'ReviewOpened':
      return { ...roles, reviewer: by };
    // Every other event leaves the offices where they are: the log holds types of all ages and aggregates.
    default:
      return roles;
  }
}

/** The calendar stamped on the fact, if it is one of the pack's; otherwise the one that the pack names. */
function calendarOf(fact: Fact, pack: PolicyPack, rules: RuleBook): WorkCalendar {
  const stamped = fact.meta.calendar;
  const [id] = pack.calendar.split('@');
  return rules.calendar(stamped !== undefined && stamped.startsWith(`${id}@`) ? stamped : pack.calendar);
}

export const emptySheet: DutySheet = { roles: {}, traits: {}, duties: [], revision: -1 };

/** Goes on from a sheet that was folded before. The first event that names a pack governs the stream. */
export function sheetAfter(sheet: DutySheet, fact: Fact, rules: RuleBook): DutySheet {
  if (fact.revision !== undefined && fact.revision <= sheet.revision) return sheet;
  const data = dataOf(fact);
  const named = sheet.policy ?? textField(data, 'pack');
  const revision = fact.revision ?? sheet.revision;
  if (named === undefined) return revision === sheet.revision ? sheet : { ...sheet, revision };
  const pack = rules.pack(named);
  const roles = rolesAfter(sheet.roles, fact.type, data);
  const traits = traitsAfter(sheet.traits, data);
  const next = { policy: sheet.policy ?? refOf(pack), roles, traits, duties: sheet.duties, revision };
  if (!packIndex(pack).names.has(fact.type)) return next;
  const calendar = calendarOf(fact, pack, rules);
  return { ...next, duties: dutiesAfter(sheet.duties, fact, { pack, calendar, roles, traits }) };
}

/** All duties of one stream, ended ones included, in the order in which they were raised. */
export const duties = (history: readonly Fact[], rules: RuleBook): readonly Duty[] =>
  history.reduce((sheet, fact) => sheetAfter(sheet, fact, rules), emptySheet).duties;
