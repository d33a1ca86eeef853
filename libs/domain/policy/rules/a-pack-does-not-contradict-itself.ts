import { jsonPointer } from '@huiyin/kernel';
import { inOneLine, packProblems, type PolicyPack, type RuleBook } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import { knownToPacks } from '../../known-to-packs';

/** Of one pack; who mends these sees the others then. */
const TOLD_MAX = 20;

/** A pack that contradicts itself is not adopted; the refusal names the path of every offending line. */
export function aPackDoesNotContradictItself(id: string, pack: PolicyPack, rules: RuleBook): Verdict {
  const found =
    pack.id === id
      ? packProblems(pack, knownToPacks(rules))
      : [{ path: ['id'], message: `is ${pack.id}, adopted as ${id}` }];
  const [first] = found;
  return (
    first && {
      code: 'policy-invalid',
      facts: { problem: inOneLine(first) },
      errors: found
        .slice(0, TOLD_MAX)
        .map(({ path, message }) => ({ pointer: jsonPointer(['pack', ...path]), message })),
    }
  );
}
