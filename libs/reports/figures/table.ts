import {
  countsWith,
  type Cell as Measured,
  type Dimension,
  type Directory,
  type Metric,
  type Slicing,
  type Window,
} from '@huiyin/metrics';
import { unreachable, type LocalDate } from '@huiyin/kernel';
import type { Text } from '@huiyin/policy';
import type { Cell, Section } from '../document';
import type { Names } from './names';
import { columnOf, definitionOf, figureOf, hideWithSum } from './figure';

interface Headed {
  id: string;
  heading: Text;
  paragraphs: readonly Text[];
  metrics: readonly Metric[];
}

/** A table of figures of the registry, as data. */
export type FigureTable =
  /** One line a metric: this period beside the one before. */
  | (Headed & { shape: 'key-figures' })
  /** One line for each value of a dimension. `own`: an office without those below it; `most`: the highest first. */
  | (Headed & { shape: 'parts'; by: Dimension; own?: boolean; order: 'key' | 'most'; rows_max?: number });

/** What is asked of the registry: one question a metric of a table. */
export interface Question {
  metric: Metric;
  slicing: Slicing;
}

export interface Asked {
  window: Window;
  before: Window;
  /** Whose directory decides which office is below which. */
  day: LocalDate;
  /** Only this office and those below it. */
  office?: string | undefined;
}

export const questionsOf = (
  table: FigureTable,
  { window, before, day, office }: Asked,
): readonly Question[] =>
  table.metrics.map((metric) => ({
    metric,
    slicing: {
      windows: table.shape === 'key-figures' ? [window, before] : [window],
      by: table.shape === 'key-figures' ? undefined : table.by,
      only: office === undefined ? undefined : { office },
      day,
    },
  }));

export interface Answered {
  /** For each metric of the table its cells. */
  cells: readonly (readonly Measured[])[];
  offices: Directory;
  day: LocalDate;
  names: Names;
}

export function sectionOf(table: FigureTable, answered: Answered): Section {
  const { id, heading, paragraphs } = table;
  switch (table.shape) {
    case 'key-figures':
      return { id, heading, paragraphs, ...keyFigures(table.metrics, answered.cells) };
    case 'parts':
      return { id, heading, paragraphs, ...parts(table, answered) };
    default:
      return unreachable(table);
  }
}

const KEY_COLUMNS = [
  {
    id: 'figure',
    heading: { zh: '指标', en: 'Figure' },
    definition: { zh: '指标名称', en: 'The name of the number' },
  },
  {
    id: 'this',
    heading: { zh: '本期', en: 'This period' },
    definition: { zh: '本期的值', en: 'Its value in the period of the report' },
  },
  {
    id: 'before',
    heading: { zh: '上期', en: 'Before' },
    definition: { zh: '上一同长期间的值', en: 'Its value in the period before' },
  },
  {
    id: 'definition',
    heading: { zh: '含义与依据', en: 'Definition and source' },
    definition: { zh: '该行数值的含义与依据', en: 'What the number of the line means, and who asks for it' },
  },
];

function keyFigures(
  metrics: readonly Metric[],
  cells: readonly (readonly Measured[])[],
): Pick<Section, 'columns' | 'rows'> {
  const rows = metrics.map((metric, index): Cell[] => {
    const { zh, en } = definitionOf(metric);
    const { source } = metric;
    const defined = { zh: `${zh}依据：${source.zh}`, en: `${en} Source: ${source.en}` };
    const [now, before] = cells[index]!;
    return [
      { kind: 'text', text: metric.name },
      figureOf(metric, now!),
      figureOf(metric, before!),
      { kind: 'text', text: defined },
    ];
  });
  return { columns: KEY_COLUMNS, rows };
}

type Parts = Extract<FigureTable, { shape: 'parts' }>;

const PART: Readonly<Record<Dimension, Text>> = {
  office: { zh: '单位', en: 'Office' },
  area: { zh: '地区', en: 'Area' },
  category: { zh: '领域', en: 'Category' },
  channel: { zh: '渠道', en: 'Channel' },
  level: { zh: '层级', en: 'Level' },
};
const WITH_THOSE_BELOW: Text = {
  zh: '单位，含其下级和由其接续的单位',
  en: 'An office with those below it and those that it took over from',
};
const BY_ITSELF: Text = { zh: '单位本身，不含下级', en: 'An office by itself, without those below it' };

function parts(table: Parts, { cells, offices, day, names }: Answered): Pick<Section, 'columns' | 'rows'> {
  const { by, own, metrics, order, rows_max } = table;
  const byKey = cells.map((column) => {
    const found = new Map(column.flatMap((cell) => (cell.key === undefined ? [] : [[cell.key, cell]])));
    return own ? withoutThoseBelow(found, offices, day) : found;
  });
  const items = (key: string): number => byKey[0]?.get(key)?.items ?? 0;
  const keys = [...new Set(byKey.flatMap((column) => [...column.keys()]))]
    .sort((a, b) => (order === 'most' ? items(b) - items(a) : 0) || (a < b ? -1 : 1))
    .slice(0, rows_max);
  const columns = metrics.map((metric, index) => {
    const figures = keys.map((key) => figureOf(metric, byKey[index]!.get(key) ?? NOTHING));
    return metric.measure === 'count' ? hideWithSum(figures) : figures;
  });
  const label = by !== 'office' ? PART[by] : own ? BY_ITSELF : WITH_THOSE_BELOW;
  return {
    columns: [{ id: by, heading: PART[by], definition: label }, ...metrics.map(columnOf)],
    rows: keys.map((key, row) => [
      { kind: 'text', text: names.of(by, key) },
      ...columns.map((column) => column[row]!),
    ]),
  };
}

const NOTHING: Measured = { window: 0, items: 0, met: 0, sum: 0, median: null, p90: null };

/** Counts of an office alone: what counts with it of others is taken out; nothing is left below none. */
function withoutThoseBelow(
  cells: ReadonlyMap<string, Measured>,
  offices: Directory,
  day: LocalDate,
): ReadonlyMap<string, Measured> {
  const own = new Map([...cells].map(([office, cell]) => [office, { ...cell }]));
  for (const [office, { items, met }] of cells) {
    const above = own.get(countsWith(office, offices, day) ?? '');
    if (!above) continue;
    above.items = Math.max(0, above.items - items);
    above.met = Math.max(0, above.met - met);
  }
  return new Map([...own].filter(([, { items }]) => items > 0));
}
