import { AGGREGATES, aggregates, type AggregatePath, type AnyAggregate } from '@huiyin/domain';

export interface CommandRoute {
  path: AggregatePath;
  aggregate: AnyAggregate;
  type: string;
  /** `accept-case` */
  slug: string;
  /** It begins a stream, so that there is no revision to match yet. */
  begins: boolean;
}

const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const routesOf = (path: AggregatePath): CommandRoute[] => {
  const aggregate = aggregates[path];
  return Object.keys(aggregate.commands)
    .filter((type) => !aggregate.system.includes(type))
    .map((type) => ({ path, aggregate, type, slug: kebab(type), begins: type === aggregate.begunBy }));
};

/** Every command that has a route, in the order of the aggregates. */
export const COMMAND_ROUTES: readonly CommandRoute[] = (Object.keys(AGGREGATES) as AggregatePath[]).flatMap(
  routesOf,
);

/** Collections whose members get their id from the server. */
export const SERVER_NAMED: readonly AggregatePath[] = ['cases', 'supervisions', 'reviews', 'advice'];

const byAddress = new Map(COMMAND_ROUTES.map((route) => [`${route.path}/${route.slug}`, route]));

export const findRoute = (path: string, slug: string): CommandRoute | undefined =>
  byAddress.get(`${path}/${slug}`);

export const beginningRoute = (path: string): CommandRoute | undefined =>
  COMMAND_ROUTES.find((route) => route.path === path && route.begins && SERVER_NAMED.includes(route.path));
