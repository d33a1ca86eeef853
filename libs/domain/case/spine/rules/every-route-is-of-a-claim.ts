import type { Verdict } from '../../../decider';

/** A route is taken by a claim of the case (诉访分离: claim by claim). */
export function everyRouteIsOfAClaim(
  claims: readonly string[],
  routes: readonly { claim: string }[],
): Verdict {
  const unknown = routes.find(({ claim }) => !claims.includes(claim));
  return unknown && { code: 'claim-unknown', facts: { claim: unknown.claim } };
}
