import { areaOf, lineUp, type Directory } from './directory';
import type { CaseFacts, Facts } from './facts';
import type { Item, Metric } from './metric';
import { DIMENSIONS, emptyCell, type Cell, type Dimension, type Slicing } from './slicing';

/** Every value of a dimension that an item counts under: an office and all that it is rolled up into. */
export type Keys = (dimension: Dimension, facts: CaseFacts, item: Item) => readonly string[];

export function keysIn(offices: Directory, { day }: Pick<Slicing, 'day'>): Keys {
  return (dimension, { category, channel, place }, { office }) => {
    switch (dimension) {
      case 'office':
        return lineUp(office, offices, day);
      case 'area':
        return [areaOf(place, offices)];
      case 'category':
        return [category];
      case 'channel':
        return [channel];
      case 'level':
        return [offices.get(office)?.level ?? ''];
    }
  };
}

/** A value between two neighbours, as SQL's percentile_cont has it. */
export function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

export function cellOf(window: number, items: readonly Item[], key?: string): Cell {
  const amounts = items.flatMap(({ amount }) => amount ?? []).sort((a, b) => a - b);
  return {
    ...emptyCell(window),
    ...(key !== undefined && { key }),
    items: items.length,
    met: items.filter(({ met }) => met).length,
    sum: amounts.reduce((sum, amount) => sum + amount, 0),
    median: quantile(amounts, 0.5),
    p90: quantile(amounts, 0.9),
  };
}

/** What a metric comes to, from the facts alone: for each window the total, then its parts in the order of their keys. */
export function measure(metric: Metric, facts: Facts, slicing: Slicing): readonly Cell[] {
  const { windows, by, only = {} } = slicing;
  const keys = keysIn(facts.offices, slicing);
  return windows.flatMap((window, index) => {
    const all: Item[] = [];
    const parts = new Map<string, Item[]>();
    for (const one of facts.cases) {
      if (one.struck) continue;
      for (const item of metric.items(one, window)) {
        if (
          DIMENSIONS.some((name) => only[name] !== undefined && !keys(name, one, item).includes(only[name]))
        )
          continue;
        all.push(item);
        if (by === undefined) continue;
        for (const key of within(keys(by, one, item), by, only))
          parts.set(key, [...(parts.get(key) ?? []), item]);
      }
    }
    const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
    return [cellOf(index, all), ...sorted.map(([key, items]) => cellOf(index, items, key))];
  });
}

/** Below an office nothing is rolled up into what stands above it. */
const within = (
  keys: readonly string[],
  by: Dimension,
  { office }: NonNullable<Slicing['only']>,
): readonly string[] =>
  by === 'office' && office !== undefined ? keys.slice(0, keys.indexOf(office) + 1) : keys;
