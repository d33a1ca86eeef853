import type { Route } from './events';

/** Claims and their routes, as far as a case has been sorted; one without a route is handled like a claim. */
interface Sorted {
  claims: readonly string[];
  routes?: Readonly<Record<string, Route>>;
}

const onRoute = ({ claims, routes = {} }: Sorted, litigation: boolean): readonly string[] =>
  claims.filter((claim) => (routes[claim] === 'litigation') === litigation);

/** Not for the petition way (诉访分离, Art. 31 (1)). */
export const litigationClaims = (sorted: Sorted): readonly string[] => onRoute(sorted, true);
/** Handled and answered on the petition way. */
export const petitionClaims = (sorted: Sorted): readonly string[] => onRoute(sorted, false);
