import type { Verdict } from '../../../decider';

/** Every claim of a case gets its route, and one (Art. 31; 诉访分离: claim by claim). */
export function everyClaimHasItsRoute(
  claims: readonly string[],
  routes: readonly { claim: string }[],
): Verdict {
  const sorted = routes.map(({ claim }) => claim);
  const unknown = sorted.find((claim) => !claims.includes(claim));
  if (unknown) return { code: 'claim-unknown', facts: { claim: unknown } };
  const twice = sorted.find((claim, index) => sorted.indexOf(claim) !== index);
  if (twice) return { code: 'claim-sorted-twice', facts: { claim: twice } };
  const missing = claims.find((claim) => !sorted.includes(claim));
  return missing === undefined ? undefined : { code: 'claim-unsorted', facts: { claim: missing } };
}
