import {
  casesBehind,
  casesPath,
  figuresOf,
  findMetric,
  METRICS,
  readMetric,
  type Metric,
} from '@huiyin/metrics';
import { findOffice } from '@huiyin/read-models';
import { apiProblem, ProblemError, Refused } from '../../problems/problem';
import { asked, casesQuery, figuresQuery, type Asked } from '../metrics/asked';
import { none, now, ofPage, route, type ReadContext, type ReadRoute } from '../route';

const described = ({ items: _, sql: __, ...metric }: Metric): object => metric;

/** Numbers with their definitions, cut as is asked, each with the way to the cases behind it. */
export const metricRoutes: readonly ReadRoute[] = [
  route({
    name: 'listMetrics',
    tag: 'metrics',
    path: '/metrics',
    summary: 'Every number that Huiyin counts, with its definition and where it comes from',
    query: none,
    run: async ({ feed }) => ({ position: feed.position(), body: METRICS.map(described) }),
  }),
  route({
    name: 'readMetric',
    tag: 'metrics',
    path: '/metrics/{id}',
    summary: 'What a metric comes to, whole and in parts; small numbers about people are left out',
    query: figuresQuery,
    async run(context, { id }, query) {
      const metric = findMetric(id!);
      if (!metric) return undefined;
      await assertOffice(context, query.office);
      const question = asked(query, now(context), context.platform.timeZone);
      const { slicing, periods, exact } = question;
      const { position, result } = await readMetric(context.views, metric, slicing, context.sight);
      const figures = figuresOf(metric, result.cells, slicing, result.offices, { exact });
      const shown = figures.map(({ window, ...figure }) => ({
        period: periods[window]!,
        ...figure,
        ...(!figure.suppressed && { cases: casesPath(metric, slicing, periods[window]!, figure.key, exact) }),
      }));
      return {
        position,
        body: { metric: described(metric), sliceBy: query.sliceBy ?? null, exact, figures: shown },
      };
    },
  }),
  route({
    name: 'casesOfMetric',
    tag: 'metrics',
    path: '/metrics/{id}/cases',
    summary: 'The cases behind a figure',
    query: casesQuery,
    async run(context, { id }, { met, cursor, limit, ...query }) {
      const metric = findMetric(id!);
      if (!metric) return undefined;
      await assertOffice(context, query.office);
      const question = asked(query, now(context), context.platform.timeZone);
      if (isProtected(metric, question)) throw new ProblemError(apiProblem('figure-suppressed'));
      return ofPage(
        await casesBehind(context.views, metric, question.slicing, { met, cursor, limit }, context.sight),
      );
    },
  }),
];

/** Nothing counted of an office that there is would read the same as an office that there is not. */
async function assertOffice({ views }: ReadContext, office: string | undefined): Promise<void> {
  if (office === undefined || office === '' || (await findOffice(views, office)).result) return;
  throw new Refused({ code: 'office-unknown', facts: { office } });
}

/** Whoever opens the cases sees how few they are: that is for work inside the administration. */
const isProtected = ({ small }: Metric, { exact }: Asked): boolean => small === 'suppressed' && !exact;
