import { bundledRules } from '@huiyin/policy';
import { stored } from '@huiyin/testing/view';
import fc from 'fast-check';
import type { LogEvent } from '@huiyin/read-models';
import { factsOf } from './facts';
import { measure } from './measure';
import { backlog } from './metrics/backlog';
import { stockDecrease } from './metrics/stock-decrease';
import { stockIncrease } from './metrics/stock-increase';
import { randomCity, randomSlicing } from './random-city.fixture';

const RUNS = 15;

test('the stock at the end is that of the beginning, with its increase and without its decrease, for every office', () => {
  fc.assert(
    fc.property(randomCity, randomSlicing, (told, slicing) => {
      const facts = factsOf(stored(told) as readonly LogEvent[], bundledRules);
      const window = slicing.windows[0]!;
      const { since } = window;
      const sum = (
        metric: typeof backlog,
        windows: typeof slicing.windows,
      ): Map<string | undefined, number> =>
        new Map(
          measure(metric, facts, { windows, day: slicing.day, by: 'office' }).map(({ key, items }) => [
            key,
            items,
          ]),
        );
      const before = sum(backlog, [{ since, until: since }]);
      const more = sum(stockIncrease, [window]);
      const less = sum(stockDecrease, [window]);
      const end = sum(backlog, [window]);
      for (const key of [...before, ...more, ...less, ...end].map(([one]) => one)) {
        const of = (figures: typeof end): number => figures.get(key) ?? 0;
        expect([key, of(end)]).toEqual([key, of(before) + of(more) - of(less)]);
      }
    }),
    { numRuns: RUNS },
  );
});
