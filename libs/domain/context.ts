import { duties, type Duty, type Fact, type RuleBook } from '@huiyin/policy';
import type { DecisionContext, Offices } from './decider';

/** What a decision may ask about a stream: duties are computed only if it does, and once. */
export function contextOf(
  history: readonly Fact[],
  rules: RuleBook,
  offices: Offices,
  other: DecisionContext['other'] = () => undefined,
  otherHistory: (id: string) => readonly Fact[] = () => [],
): DecisionContext {
  let owed: readonly Duty[] | undefined;
  return {
    rules,
    offices,
    history,
    other,
    duties: () => (owed ??= duties(history, rules)),
    otherDuties: (id) => duties(otherHistory(id), rules),
  };
}
