import type { Cell as Measured, Metric } from '@huiyin/metrics';
import type { Text } from '@huiyin/policy';
import { unreachable } from '@huiyin/kernel';
import type { Cell, Column, Figure } from '../document';

/** From here on a number of cases tells of nobody. */
export const SMALL_BELOW = 5;
const HOURS_A_DAY = 24;

/** A figure of a metric as a report shows it. */
export function figureOf({ measure, small }: Metric, { items, met, sum, median }: Measured): Cell {
  if (small === 'suppressed' && isSmall(items)) return { kind: 'suppressed', below: SMALL_BELOW };
  switch (measure) {
    case 'count':
      return { kind: 'count', value: items };
    case 'share':
      return { kind: 'rate', numerator: met, denominator: items };
    case 'sum':
      return Number.isInteger(sum) ? { kind: 'count', value: sum } : { kind: 'score', value: sum, digits: 1 };
    case 'spread':
      return median === null ? { kind: 'none' } : { kind: 'duration', hours: median * HOURS_A_DAY };
    default:
      return unreachable(measure);
  }
}

const isSmall = (items: number): boolean => items > 0 && items < SMALL_BELOW;

/**
 * Where the sum of a column is shown, one hidden figure alone would follow from the others: the smallest of those is
 * hidden with it. Columns of shares and medians have no sum.
 */
export function hideWithSum(column: readonly Cell[]): readonly Cell[] {
  if (column.filter(({ kind }) => kind === 'suppressed').length !== 1) return column;
  const counts = column.flatMap((cell) => (cell.kind === 'count' && cell.value > 0 ? [cell.value] : []));
  const least = column.findIndex((cell) => cell.kind === 'count' && cell.value === Math.min(...counts));
  return column.map((cell, index): Cell => (index === least ? HIDDEN : cell));
}

const HIDDEN: Figure = { kind: 'suppressed', below: SMALL_BELOW };

/** The registry's definition of a number, in one text. */
export function definitionOf({ measure, unit, definition, small }: Metric): Text {
  const { numerator, denominator, window, exclusions } = definition;
  const of = (language: keyof Text): string =>
    denominator === undefined ? numerator[language] : `${numerator[language]} / ${denominator[language]}`;
  const spread = measure === 'spread' ? { zh: '中位数；', en: 'Median. ' } : { zh: '', en: '' };
  const hidden =
    small === 'suppressed'
      ? { zh: `；少于${SMALL_BELOW}的不显示`, en: `; hidden below ${SMALL_BELOW}` }
      : { zh: '', en: '' };
  return {
    zh: `${spread.zh}${of('zh')}（${unit.zh}）。${window.zh}；不含：${exclusions.zh}${hidden.zh}。`,
    en: `${spread.en}${of('en')} (${unit.en}). ${window.en}; without: ${exclusions.en}${hidden.en}.`,
  };
}

export const columnOf = (metric: Metric): Column => ({
  id: metric.id,
  heading: metric.name,
  definition: definitionOf(metric),
  source: metric.source,
});
