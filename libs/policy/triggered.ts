import { deterministicId } from '@huiyin/kernel';
import type { Fact, Roles, RuleBook } from './duty';
import { emptyHead, headAfter, type Head } from './fold';
import { dataOf, selects, textField } from './matching';
import type { Instant, PolicyPack } from './pack';
import { refOf } from './rule-book';
import type { SupervisionTrigger, TriggerRule } from './supervision';

/** A supervision order that the record of a case asks for. */
export interface Triggered {
  /** Deterministic: the same case, rule and occurrence always give the same id. */
  commandId: string;
  rule: string;
  trigger: SupervisionTrigger;
  /** The first, the second, … for this case. */
  occurrence: number;
  /** Office ids. */
  owner: string;
  overseer: string;
  /** `id@version` */
  policy: string;
  /** When it was reached, and there was an office to be put under supervision. */
  at: Instant;
  /** Ids of the events that count, in order. */
  facts: readonly string[];
}

/** How far one rule has come. */
interface Count {
  value: number;
  facts: readonly string[];
  owner: string | undefined;
  /** Reached, and not ordered yet for want of an office. */
  waiting: number;
  ordered: number;
}

const NOTHING: Count = { value: 0, facts: [], owner: undefined, waiting: 0, ordered: 0 };
const NONE: readonly never[] = [];

/** How far the rules of one stream have come, by their ids; absent where nothing has counted yet. */
export type TriggerCounts = ReadonlyMap<string, Count>;

/** What a case's history asks for besides its duties, in the order in which it did; none where its pack has no triggers. */
export function triggered(history: readonly Fact[], rules: RuleBook): readonly Triggered[] {
  const pack = packOf(history, rules);
  const watched = pack?.supervision?.triggers.some(({ on }) => on.some(concerns(history)));
  if (!pack || !watched) return NONE;
  const found: Triggered[] = [];
  let counts: TriggerCounts | undefined;
  let head: Head = emptyHead;
  for (const fact of history) {
    head = headAfter(head, fact, rules);
    const after = triggersAfter(counts, fact, { pack, roles: head.roles, begunBy: history[0]!.id });
    counts = after.counts;
    found.push(...after.orders);
  }
  return found;
}

interface Governed {
  pack: PolicyPack;
  /** After the fact. */
  roles: Roles;
  /** Id of the stream's first fact. */
  begunBy: string;
}

/** One fact further: what has counted, and the orders that it leads to. */
export function triggersAfter(
  before: TriggerCounts | undefined,
  fact: Fact,
  { pack, roles, begunBy }: Governed,
): { counts: TriggerCounts | undefined; orders: readonly Triggered[] } {
  let counts: Map<string, Count> | undefined;
  let orders: Triggered[] | undefined;
  for (const rule of pack.supervision?.triggers ?? NONE) {
    const known = before?.get(rule.id) ?? NOTHING;
    const count = counted(known, rule, fact);
    const order = orderOf(rule, count, roles);
    if (count === known && !order) continue;
    counts ??= new Map(before);
    counts.set(rule.id, order ? { ...count, ordered: count.waiting, waiting: 0 } : count);
    if (!order) continue;
    const commandId = deterministicId('trigger', begunBy, rule.id, String(order.occurrence));
    (orders ??= []).push({ ...order, commandId, policy: refOf(pack), at: fact.occurredAt });
  }
  return { counts: counts ?? before, orders: orders ?? NONE };
}

/** The pack that governs the stream: most cases are of none that has triggers, or have nothing that counts. */
function packOf(history: readonly Fact[], rules: RuleBook): PolicyPack | undefined {
  for (const fact of history) {
    const ref = textField(dataOf(fact), 'pack');
    if (ref !== undefined) return rules.pack(ref);
  }
  return undefined;
}

const concerns =
  (history: readonly Fact[]) =>
  (selector: TriggerRule['on'][number]): boolean =>
    history.some((fact) => selects(selector, fact.type, dataOf(fact), {}));

function counted(count: Count, rule: TriggerRule, fact: Fact): Count {
  const data = dataOf(fact);
  const selector = rule.on.find((one) => selects(one, fact.type, data, {}));
  if (!selector) return count;
  const amount = selector.amount === undefined ? count.value + 1 : Number(data[selector.amount]);
  if (!(amount > count.value)) return count;
  const owner = (selector.office === undefined ? undefined : textField(data, selector.office)) ?? count.owner;
  const reached = rule.again ? Math.floor(amount / rule.atLeast) : Number(amount >= rule.atLeast);
  const waiting = reached > count.ordered ? reached : 0;
  return { ...count, value: amount, facts: [...count.facts, fact.id], owner, waiting };
}

function orderOf(rule: TriggerRule, { waiting, owner, facts }: Count, roles: Roles) {
  const office = owner ?? roles.handler;
  if (waiting === 0 || office === undefined) return undefined;
  return {
    rule: rule.id,
    trigger: rule.trigger,
    occurrence: waiting,
    owner: office,
    overseer: roles['petition-department'] ?? roles.receiver ?? office,
    facts,
  };
}
