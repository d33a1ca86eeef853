import type { Verdict } from '../../../decider';
import type { Claim, Route } from '../events';

const SIX: readonly Route[] = [
  'litigation',
  'arbitration',
  'party-appeal',
  'administrative',
  'statutory-duty',
  'residual',
];
const FITTING: Readonly<Record<Claim['kind'], readonly Route[]>> = {
  claim: SIX,
  suggestion: ['suggestion'],
  accusation: ['accusation'],
};

/** A suggestion is studied, an accusation goes to whoever may look into it, a claim takes one of six routes (Art. 29–31). */
export function aRouteFitsItsClaim(
  kinds: Readonly<Record<string, Claim['kind']>>,
  routes: readonly { claim: string; route: Route }[],
): Verdict {
  const unfit = routes.find(({ claim, route }) => !FITTING[kinds[claim] ?? 'claim'].includes(route));
  return unfit && { code: 'route-unfit', facts: { claim: unfit.claim, route: unfit.route } };
}
