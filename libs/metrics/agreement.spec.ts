import { bundledRules } from '@huiyin/policy';
import fc from 'fast-check';
import { factsOf, visible } from './facts';
import { openFilledViews, type FilledViews } from './filled-views.fixture';
import { measure } from './measure';
import type { Metric } from './metric';
import { randomCity, randomSight, randomSlicing } from './random-city.fixture';
import { readMetric } from './read';
import { METRICS } from './registry';
import type { Cell, Slicing } from './slicing';

/*
 * One property for the whole registry: whatever happened, and however it is cut, the facts and the read models give the
 * same figures. A metric is in it by being in the registry.
 */

const RUNS = 6;
/** Questions put to a wrong metric in each run. */
const QUESTIONS = 10;
/** Somewhere in the lives that every city has; by then all has happened. */
const SOMETIME: Slicing = {
  windows: [
    { since: '2026-03-01T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' },
    { since: '2026-03-12T00:00:00.000Z', until: '2028-01-01T00:00:00.000Z' },
  ],
  day: '2026-07-01',
};

let views: FilledViews;
beforeAll(async () => {
  views = await openFilledViews();
});
afterAll(() => views.close());

const rounded = (cells: readonly Cell[]): unknown[] =>
  cells.map((cell) => ({
    ...cell,
    sum: cell.sum.toFixed(5),
    median: cell.median?.toFixed(5),
    p90: cell.p90?.toFixed(5),
  }));

/** Runs the property over some metrics; answers how often each of them had something to count, and met it or not. */
async function agree(metrics: readonly Metric[]): Promise<Map<string, { met: number; unmet: number }>> {
  const seen = new Map(metrics.map(({ id }) => [id, { met: 0, unmet: 0 }]));
  const asked = fc.tuple(randomSlicing, randomSight);
  await fc.assert(
    fc.asyncProperty(
      randomCity,
      fc.array(asked, { minLength: metrics.length, maxLength: metrics.length }),
      async (told, questions) => {
        const facts = factsOf(await views.fill(told), bundledRules);
        for (const [index, metric] of metrics.entries()) {
          const [slicing, sight] = questions[index]!;
          const { result } = await readMetric(views.source, metric, slicing, sight);
          const pure = measure(metric, visible(facts, sight), slicing);
          expect({ metric: metric.id, cells: rounded(result.cells) }).toEqual({
            metric: metric.id,
            cells: rounded(pure),
          });
          for (const { items, met } of measure(metric, facts, SOMETIME)) {
            seen.get(metric.id)!.met += met;
            seen.get(metric.id)!.unmet += items - met;
          }
        }
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  );
  return seen;
}

test('facts and read models give the same figures, for every metric', async () => {
  const seen = await agree(METRICS);
  // A metric that never counted anything has not been tested.
  for (const [id, { met, unmet }] of seen) {
    const { measure: kind } = METRICS.find((metric) => metric.id === id)!;
    expect([id, met > 0, kind !== 'share' || unmet > 0]).toEqual([id, true, true]);
  }
});

test.each<[string, Partial<Metric>]>([
  [
    'counts a case twice',
    { items: (facts, window) => METRICS[0]!.items(facts, window).flatMap((one) => [one, one]) },
  ],
  [
    'counts for another office',
    { items: (facts, window) => METRICS[0]!.items(facts, window).map((one) => ({ ...one, office: 'x' })) },
  ],
  [
    'ends its window a moment late',
    { sql: METRICS[0]!.sql.replace('< w.until', "<= w.until + interval '90 days'") },
  ],
])('a metric that %s is caught', async (_, wrong) => {
  await expect(agree(Array<Metric>(QUESTIONS).fill({ ...METRICS[0]!, ...wrong }))).rejects.toMatchObject(
    // The figures differ; nothing else went wrong.
    { cause: { matcherResult: { name: 'toEqual' } } },
  );
});
