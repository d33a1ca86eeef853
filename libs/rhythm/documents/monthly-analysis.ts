import type { Dimension } from '@huiyin/metrics';
import { CATEGORIES, type Text } from '@huiyin/policy';
import type { Column, ReportDocument, Section } from '@huiyin/reports';
import { type Asked } from '../asked';
import type { Cut, Figures } from '../material';
import { cellOf, columnOf, figureOf, keysOf, metricOf } from './figures';
import { text, textCell } from './words';
import { ofTheCity } from './of-the-city';

const CUT_BY: readonly { by: Dimension; heading: Text }[] = [
  { by: 'category', heading: text('按类别', 'By category') },
  { by: 'area', heading: text('按地区', 'By area') },
  { by: 'channel', heading: text('按渠道', 'By channel') },
];
const METRICS = ['inflow', 'backlog'] as const;

export const ANALYSIS_CUTS: readonly Cut[] = CUT_BY.flatMap(({ by }) =>
  METRICS.map((metric) => ({ metric, by })),
);

/** 月分析: what people brought, and of what kind, beside the month before. Demand, and nobody's score. */
export function monthlyAnalysis(asked: Asked, position: number, figures: Figures): ReportDocument {
  const month = asked.period.to.slice(0, 7);
  return {
    ...ofTheCity(
      asked,
      position,
      'monthly-analysis',
      text(`信访形势月分析（${month}）`, `Monthly analysis, ${month}`),
    ),
    sections: CUT_BY.map(({ by, heading }) => section(figures, by, heading)),
  };
}

function section(figures: Figures, by: Dimension, heading: Text): Section {
  const columns = METRICS.flatMap((metric) => [0, 1].map((window) => ({ cut: { metric, by }, window })));
  const row = (key?: string): Section['rows'][number] =>
    columns.map(({ cut, window }) => figureOf(metricOf(cut.metric), cellOf(figures, cut, window, key)));
  const keys = keysOf(
    figures,
    METRICS.map((metric) => ({ metric, by })),
  );
  return {
    id: by,
    heading,
    paragraphs: [],
    columns: [
      { id: 'key', heading, definition: text('信访件登记的内容', 'As the cases are registered') },
      ...columns.map(({ cut: { metric }, window }) => inWindow(columnOf(metricOf(metric)), window)),
    ],
    rows: keys.map((key) => [wordOf(by, key), ...row(key)]),
    total: [textCell(text('合计', 'Total')), ...row()],
  };
}

const inWindow = (column: Column, window: number): Column =>
  window === 0
    ? column
    : {
        ...column,
        id: `${column.id}-before`,
        heading: text(`${column.heading.zh}（上期）`, `${column.heading.en} (before)`),
      };

function wordOf(by: Dimension, key: string): Section['rows'][number][number] {
  const category = by === 'category' ? CATEGORIES.find(({ id }) => id === key) : undefined;
  return category ? textCell(category.name) : { kind: 'verbatim', text: key };
}
