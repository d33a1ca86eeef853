import { adoptedIn, validatePack, type PolicyPack, type RuleBook } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import { EVENT_STREAMS } from '../../event-versions';

/** A pack that contradicts itself is not adopted; the refusal names the path of the offending line. */
export function aPackDoesNotContradictItself(id: string, pack: PolicyPack, rules: RuleBook): Verdict {
  const [problem] =
    pack.id === id
      ? validatePack(pack, { events: EVENT_STREAMS, ...adoptedIn(rules) })
      : [`id: is ${pack.id}, adopted as ${id}`];
  return problem === undefined ? undefined : { code: 'policy-invalid', facts: { problem } };
}
