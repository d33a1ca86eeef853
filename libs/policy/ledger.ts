import type { Duty, DutyContext, Fact } from './duty';
import { changed } from './change';
import { dataOf, packIndex, selects, type Data } from './matching';
import { raise } from './raise';

/*
 * The duties of one stream while it is folded. Most of a long history's duties have ended, and most facts concern none:
 * what still runs is kept at hand, so that a fold costs by what changes.
 */
export interface Ledger {
  readonly all: Duty[];
  /** Places in `all`, in the order in which they were raised. */
  running: number[];
}

/** Its clock has neither been met nor called off. */
export const runs = ({ status }: Duty): boolean => status === 'open' || status === 'paused';

const sameDuty = (a: Duty, b: Duty): boolean =>
  a.rule === b.rule && a.owner === b.owner && a.instance === b.instance;

export function openLedger(duties: readonly Duty[]): Ledger {
  const ledger: Ledger = { all: [...duties], running: [] };
  duties.forEach((duty, place) => runs(duty) && ledger.running.push(place));
  return ledger;
}

/**
 * Takes in one more fact: first what it ends, extends, pauses or resumes, then what it raises. An office that already
 * owes a duty is not asked for it twice. Answers whether anything changed.
 */
export function takeIn(ledger: Ledger, fact: Fact, context: DutyContext): boolean {
  const data = dataOf(fact);
  const moved = move(ledger, fact, data, context);
  return add(ledger, fact, data, context) || moved;
}

function move(ledger: Ledger, fact: Fact, data: Data, context: DutyContext): boolean {
  const { all } = ledger;
  const { moves } = packIndex(context.pack);
  const rules = moves.get(fact.type);
  if (!rules) return false;
  let [moved, ended] = [false, false];
  for (const place of ledger.running) {
    const duty = all[place]!;
    const rule = rules.get(duty.rule);
    const next = rule ? changed(duty, rule, fact, data, context) : duty;
    if (next === duty) continue;
    all[place] = next;
    moved = true;
    ended ||= !runs(next);
  }
  if (ended) ledger.running = ledger.running.filter((place) => runs(all[place]!));
  return moved;
}

function add({ all, running }: Ledger, fact: Fact, data: Data, context: DutyContext): boolean {
  const before = all.length;
  for (const rule of packIndex(context.pack).raises.get(fact.type) ?? []) {
    if (!rule.raisedBy.some((selector) => selects(selector, fact.type, data, context.traits))) continue;
    for (const duty of raise(rule, fact, data, context)) {
      if (!running.some((place) => sameDuty(all[place]!, duty))) running.push(all.push(duty) - 1);
    }
  }
  return all.length > before;
}
