import { validatePack, type PolicyPack, type RuleBook } from '@huiyin/policy';
import { adoptedCalendar, adoptedPack } from '../../adopted';
import type { Verdict } from '../../decider';
import { EVENT_STREAMS } from '../../event-versions';

/** A pack that contradicts itself is not adopted; the refusal names the path of the offending line. */
export function aPackDoesNotContradictItself(id: string, pack: PolicyPack, rules: RuleBook): Verdict {
  const packs = (ref: string) => adoptedPack(rules, ref) !== undefined;
  const calendars = (ref: string) => adoptedCalendar(rules, ref) !== undefined;
  const [problem] =
    pack.id === id
      ? validatePack(pack, { events: EVENT_STREAMS, packs, calendars })
      : [`id: is ${pack.id}, adopted as ${id}`];
  return problem === undefined ? undefined : { code: 'policy-invalid', facts: { problem } };
}
