import type { Fact } from './duty';
import { isSwitchedOn } from './options';
import type { DutyRule, EventSelector, PolicyPack } from './pack';
import { refOf } from './rule-book';

export type Data = Readonly<Record<string, unknown>>;
export type Traits = Readonly<Record<string, string>>;

/** Fields that a case keeps for selectors of its later events: the event that begins it has them, the others do not. */
export const TRAITS = ['tier', 'service', 'procedure'] as const;

/** Says that a new version of the calendar is in force: what still runs is computed anew by the one stamped on it. */
export const DUTIES_RECOMPUTED = 'DutiesRecomputed';

/** All that one office owed, and oversaw, is another's now: it took over, or the first one is to stay out. */
export const OFFICE_REPLACED = 'OfficeReplaced';

export const dataOf = (fact: Fact): Data => (fact.data ?? {}) as Data;

export function textField(data: Data, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function traitsAfter(traits: Traits, data: Data): Traits {
  let changed: Record<string, string> | undefined;
  for (const name of TRAITS) {
    const value = textField(data, name);
    if (value !== undefined && value !== traits[name]) (changed ??= { ...traits })[name] = value;
  }
  return changed ?? traits;
}

export function selects(
  selector: Pick<EventSelector, 'event' | 'where'>,
  type: string,
  data: Data,
  traits: Traits,
): boolean {
  if (selector.event !== type) return false;
  for (const field in selector.where) {
    if ((data[field] ?? traits[field]) !== selector.where[field]) return false;
  }
  return true;
}

/** The same, for an event that touches a duty that exists. */
export function touches(
  selector: EventSelector,
  type: string,
  data: Data,
  traits: Traits,
  owner: string,
): boolean {
  if (!selects(selector, type, data, traits)) return false;
  const { office } = selector;
  return !office || (data[office.field] === owner) === (office.is === 'owner');
}

/** Which of several an event is about, by the rule's key. */
export function instanceOf(rule: DutyRule, data: Data): string | undefined {
  const value = rule.each === undefined ? undefined : data[rule.each.key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

interface PackIndex {
  /** Rules that an event of this type could raise. */
  raises: ReadonlyMap<string, readonly DutyRule[]>;
  /** Rules, by id, of which an event of this type could move or end a running duty. */
  moves: ReadonlyMap<string, ReadonlyMap<string, DutyRule>>;
  /** Every type of event that any rule names. */
  names: ReadonlySet<string>;
  /** The rules that are in force: those of a local option only where it is switched on. */
  rule: ReadonlyMap<string, DutyRule>;
  /** `id@version` */
  ref: string;
  /** `id@`: with it begins every version of its calendar. */
  calendarPrefix: string;
}

const movedBy = (rule: DutyRule): string[] => [
  ...[...rule.dischargedBy, ...(rule.cancelledBy ?? []), ...(rule.handedOverBy ?? [])].map(
    ({ event }) => event,
  ),
  ...(rule.extendedBy ? [rule.extendedBy.event] : []),
  ...(rule.pausedBy ? [rule.pausedBy.begin, rule.pausedBy.end] : []),
];

export const eventsOf = (rule: DutyRule): string[] => [
  ...rule.raisedBy.map(({ event }) => event),
  ...movedBy(rule),
];

const indexes = new WeakMap<PolicyPack, PackIndex>();

function index(pack: PolicyPack): PackIndex {
  const duties = pack.duties.filter(({ option }) => !option || isSwitchedOn(pack, option));
  const rule = new Map(duties.map((one) => [one.id, one]));
  const raises = new Map<string, DutyRule[]>();
  const moves = new Map<string, Map<string, DutyRule>>();
  for (const one of duties) {
    for (const event of new Set(one.raisedBy.map((selector) => selector.event))) {
      raises.set(event, [...(raises.get(event) ?? []), one]);
    }
    for (const event of movedBy(one)) {
      moves.set(event, (moves.get(event) ?? new Map<string, DutyRule>()).set(one.id, one));
    }
  }
  for (const event of [DUTIES_RECOMPUTED, OFFICE_REPLACED]) moves.set(event, rule);
  const names = new Set([...raises.keys(), ...moves.keys()]);
  const calendarPrefix = `${pack.calendar.split('@')[0]}@`;
  return { raises, moves, names, rule, ref: refOf(pack), calendarPrefix };
}

/** Made once per pack: most events of a log concern no rule, and must cost next to nothing. */
export function packIndex(pack: PolicyPack): PackIndex {
  let found = indexes.get(pack);
  if (!found) indexes.set(pack, (found = index(pack)));
  return found;
}

/** By id: those of a local option only where it is switched on. */
export const rulesInForce = (pack: PolicyPack): ReadonlyMap<string, DutyRule> => packIndex(pack).rule;
