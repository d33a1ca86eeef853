import type { Verdict } from '../../../decider';

/** The opinion answers every claim of the case, each once (Art. 32). */
export function everyClaimHasOneOutcome(claims: readonly string[], answered: readonly string[]): Verdict {
  const unknown = answered.find((claim) => !claims.includes(claim));
  if (unknown) return { code: 'claim-unknown', facts: { claim: unknown } };
  const twice = answered.find((claim, index) => answered.indexOf(claim) !== index);
  if (twice) return { code: 'claim-answered-twice', facts: { claim: twice } };
  const missing = claims.find((claim) => !answered.includes(claim));
  return missing ? { code: 'claim-unanswered', facts: { claim: missing } } : undefined;
}
