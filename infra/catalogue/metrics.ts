import { METRICS, SMALL_BELOW, type Metric } from '@huiyin/metrics';
import { code, page, table } from './markdown';

/** Every number with its definition and where it comes from. */
export const metricsPage = (): string =>
  page(
    'Metrics 指标',
    'Each number has one file in [libs/metrics/metrics](../../libs/metrics/metrics): its definition, its function over the events and its SQL over the read models. `GET /api/v1/metrics/{id}` answers it, cut by office, area, category, channel, level or period.',
    `Where the last column says so, a cell of fewer than ${SMALL_BELOW} is left out, and with it what would tell it. *Demand* says nothing of how an office does.`,
    table(
      ['Metric', 'Measure', 'Numerator', 'Denominator', 'Window', 'Left out', 'Better', 'Source', 'Small'],
      METRICS.map(metricRow),
    ),
  );

const MEASURES: Readonly<Record<Metric['measure'], string>> = {
  count: 'count',
  share: 'share',
  sum: 'sum',
  spread: 'median, ninth decile',
};

const both = ({ zh, en }: Metric['name']): string => `${zh} ${en}`;

function metricRow({ id, name, measure, unit, definition, source, better, small }: Metric): string[] {
  const { numerator, denominator, window, exclusions } = definition;
  return [
    `${code(id)} ${both(name)}`,
    `${MEASURES[measure]}, ${unit.en}`,
    both(numerator),
    denominator ? both(denominator) : '',
    both(window),
    both(exclusions),
    better === 'none' && small === 'suppressed' ? 'demand' : better,
    both(source),
    small === 'suppressed' ? 'left out' : '',
  ];
}
