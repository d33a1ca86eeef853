import { aggregates, isReached, streamOf, type TargetState } from '@huiyin/domain';
import { figuresOf, findMetric, readMetric } from '@huiyin/metrics';
import { ZONE_DEFAULT } from '@huiyin/read-models/engine/rules';
import { asked } from '../metrics/asked';
import { none, now, record, route, type ReadContext, type ReadRoute } from '../route';

type Letter = Exclude<TargetState, { status: 'unset' }>;

async function letterOf({ platform }: ReadContext, id: string): Promise<Letter | undefined> {
  const { targets: aggregate } = aggregates;
  const history = await platform.store.readStream(streamOf(aggregate, id));
  const state = history.reduce<unknown>(
    (folded, { type, data }) => aggregate.evolve(folded, { type, data }),
    aggregate.initial,
  ) as TargetState;
  return state.status === 'unset' ? undefined : state;
}

/** What a metric comes to for one office in a year, as far as the viewer may see; null where there is nothing to count. */
async function valueOf(context: ReadContext, metricId: string, { office, year }: Letter) {
  const metric = findMetric(metricId)!;
  const { slicing } = asked({ period: String(year), office, exact: true }, now(context), ZONE_DEFAULT);
  const { position, result } = await readMetric(context.views, metric, slicing, context.sight);
  const [total] = figuresOf(metric, result.cells, slicing, result.offices, { exact: true });
  return { position, value: total?.value ?? null, name: metric.name, unit: metric.unit };
}

export const targetRoutes: readonly ReadRoute[] = [
  record('targets', 'readTargets', 'The yearly targets of an office, who signed them, and what came of them'),
  route({
    name: 'progressOfTargets',
    tag: 'targets',
    path: '/targets/{id}/progress',
    summary: "Each target beside what its metric comes to so far in the letter's year",
    query: none,
    async run(context, { id }) {
      const letter = await letterOf(context, id!);
      if (!letter) return undefined;
      const values = await Promise.all(letter.targets.map(({ metric }) => valueOf(context, metric, letter)));
      const targets = letter.targets.map((target, index) => {
        const { value: reached, name, unit } = values[index]!;
        return { ...target, name, unit, reached, met: isReached(target, reached) };
      });
      const position = Math.min(...values.map((one) => one.position));
      const { office, by, year, status } = letter;
      return { position, body: { office, by, year, status, targets } };
    },
  }),
];
