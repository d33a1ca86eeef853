import { packInForce, refOf, UnknownRules, type Instant, type RuleBook } from '@huiyin/policy';
import type { Refusal } from '../../../decider';

/** A case falls under the rules in force on the day it was received, and keeps them; answers their `id@version`. */
export function theRulesOfItsDay(rules: RuleBook, ref: string, receivedAt: Instant): string | Refusal {
  try {
    const pack = packInForce(rules, ref, receivedAt);
    return pack ? refOf(pack) : { code: 'policy-not-in-force', facts: { pack: ref, receivedAt } };
  } catch (error) {
    if (error instanceof UnknownRules) return { code: 'policy-unknown', facts: { pack: error.ref } };
    throw error;
  }
}
