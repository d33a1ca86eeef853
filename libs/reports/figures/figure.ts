import { SMALL_BELOW, type Figure, type Metric } from '@huiyin/metrics';
import { unreachable } from '@huiyin/kernel';
import type { Text } from '@huiyin/policy';
import type { Cell, Column } from '../document';

const HOURS_A_DAY = 24;
const CENTS = 100;

/** A figure of the registry as a report shows it; of a spread the median. */
export function cellOf({ measure }: Metric, figure: Figure): Cell {
  const { numerator, denominator, value, suppressed } = figure;
  if (suppressed) return { kind: 'suppressed', below: SMALL_BELOW };
  switch (measure) {
    case 'count':
      return { kind: 'count', value: value! };
    case 'share':
      return { kind: 'rate', numerator: numerator!, denominator: denominator! };
    case 'sum':
      return Number.isInteger(value)
        ? { kind: 'count', value: value! }
        : { kind: 'score', value: value!, digits: 2 };
    case 'spread':
      return value === null
        ? { kind: 'none' }
        : { kind: 'duration', hours: Math.round(value * HOURS_A_DAY * CENTS) / CENTS };
    default:
      return unreachable(measure);
  }
}

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
