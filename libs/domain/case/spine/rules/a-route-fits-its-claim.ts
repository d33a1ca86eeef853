import type { Verdict } from '../../../decider';
import { ROUTES, type Claim, type Route } from '../events';

const FITTING: Readonly<Record<Claim['kind'], readonly Route[]>> = {
  // What was registered as a claim may turn out to be the one or the other.
  claim: ROUTES,
  suggestion: ['suggestion'],
  accusation: ['accusation'],
};

/** A suggestion is studied, and an accusation goes to whoever may look into it, never on another route (Art. 29–31). */
export function aRouteFitsItsClaim(
  kinds: Readonly<Record<string, Claim['kind']>>,
  routes: readonly { claim: string; route: Route }[],
): Verdict {
  const unfit = routes.find(({ claim, route }) => !FITTING[kinds[claim] ?? 'claim'].includes(route));
  return unfit && { code: 'route-unfit', facts: { claim: unfit.claim, route: unfit.route } };
}
