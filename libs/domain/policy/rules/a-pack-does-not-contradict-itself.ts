import { validatePack, type PolicyPack } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import { EVENT_VERSIONS } from '../../event-versions';

/** A pack that contradicts itself is not adopted; the refusal names the path of the offending line. */
export function aPackDoesNotContradictItself(id: string, pack: PolicyPack): Verdict {
  const [problem] =
    pack.id === id
      ? validatePack(pack, Object.keys(EVENT_VERSIONS))
      : [`id: is ${pack.id}, adopted as ${id}`];
  return problem === undefined ? undefined : { code: 'policy-invalid', facts: { problem } };
}
