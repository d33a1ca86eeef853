import { findMetric, type Cell as Counted, type Metric } from '@huiyin/metrics';
import type { Text } from '@huiyin/policy';
import type { Cell, Column } from '@huiyin/reports';
import { cutKey, type Cut, type Figures } from '../material';

/** Fewer than this many, and more than none, would tell about people. */
const SMALL_below = 5;

/** Throws for an id that is not in the registry: ids are never renamed. */
export function metricOf(id: string): Metric {
  const metric = findMetric(id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
}

/** What it counts, of what, when, and what is left out: the column carries its own definition. */
export function columnOf({ id, name, definition, source }: Metric): Column {
  const { numerator, denominator, window, exclusions } = definition;
  const counted = (language: keyof Text): string =>
    denominator ? `${numerator[language]} ÷ ${denominator[language]}` : numerator[language];
  return {
    id,
    heading: name,
    definition: {
      zh: `${counted('zh')}；${window.zh}；不含：${exclusions.zh}`,
      en: `${counted('en')}; ${window.en}; without: ${exclusions.en}`,
    },
    source,
  };
}

/** The figure of one cell; nothing to count is a zero of a count, and no rate at all. */
export function figureOf({ measure, small }: Metric, cell: Counted | undefined): Cell {
  const { items, met } = cell ?? { items: 0, met: 0 };
  if (measure === 'share')
    return items === 0 ? { kind: 'none' } : { kind: 'rate', numerator: met, denominator: items };
  if (small === 'suppressed' && items > 0 && items < SMALL_below)
    return { kind: 'suppressed', below: SMALL_below };
  return { kind: 'count', value: items };
}

/** Every key that was counted under, in either window, in order. */
export const keysOf = (figures: Figures, cuts: readonly Cut[]): readonly string[] =>
  [...new Set(cuts.flatMap((cut) => (figures.cells.get(cutKey(cut)) ?? []).flatMap(({ key }) => key ?? [])))]
    .filter((key) => key !== '')
    .sort();

export const cellOf = (figures: Figures, cut: Cut, window: number, key?: string): Counted | undefined =>
  figures.cells.get(cutKey(cut))?.find((cell) => cell.window === window && cell.key === key);
