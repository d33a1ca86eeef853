import type { Duty, DutyContext, Fact } from './duty';
import { changed } from './change';
import { dataOf, packIndex, selects } from './matching';
import { raise } from './raise';

/*
 * The duties of one stream while it is folded. Most of a long history's duties have ended, and most facts concern none:
 * what still runs and which facts have left their mark are kept at hand, so that a fold costs by what changes.
 */
export interface Ledger {
  readonly all: Duty[];
  /** Places in `all`, in the order in which they were raised. */
  readonly running: Set<number>;
  /** Ids of the facts that raised, moved or ended a duty. */
  readonly marks: Set<string>;
}

const runs = ({ status }: Duty): boolean => status === 'open' || status === 'paused';

const sameDuty = (a: Duty, b: Duty): boolean =>
  a.rule === b.rule && a.owner === b.owner && a.instance === b.instance;

export function openLedger(duties: readonly Duty[]): Ledger {
  const all = [...duties];
  const running = new Set<number>();
  all.forEach((duty, place) => runs(duty) && running.add(place));
  return { all, running, marks: new Set(all.flatMap(({ facts }) => facts)) };
}

/**
 * Takes in one more fact: first what it ends, extends, pauses or resumes, then what it raises. An office that already
 * owes a duty is not asked for it twice, and a fact that has left its mark is passed over. Answers whether anything
 * changed.
 */
export function takeIn(ledger: Ledger, fact: Fact, context: DutyContext): boolean {
  const index = packIndex(context.pack);
  if (!index.names.has(fact.type) || ledger.marks.has(fact.id)) return false;
  const { all, running, marks } = ledger;
  const data = dataOf(fact);
  const change = (place: number): void => {
    const duty = all[place]!;
    const rule = index.rule.get(duty.rule);
    const next = rule ? changed(duty, rule, fact, data, context) : duty;
    if (next === duty) return;
    all[place] = next;
    if (!runs(next)) running.delete(place);
    marks.add(fact.id);
  };
  for (const place of [...running]) change(place);
  for (const rule of index.raises.get(fact.type) ?? []) {
    if (!rule.raisedBy.some((selector) => selects(selector, fact.type, data, context.traits))) continue;
    for (const duty of raise(rule, fact, data, context)) {
      if ([...running].some((place) => sameDuty(all[place]!, duty))) continue;
      running.add(all.push(duty) - 1);
      marks.add(fact.id);
    }
  }
  return marks.has(fact.id);
}
