import {
  casesPath,
  countsWith,
  figuresOf,
  type Cell as Measured,
  type Dimension,
  type Directory,
  type Metric,
  type Slicing,
  type Period,
  type Window,
} from '@huiyin/metrics';
import { unreachable, type LocalDate } from '@huiyin/kernel';
import type { Text } from '@huiyin/policy';
import type { Cell, Section } from '../document';
import type { Names } from './names';
import { cellOf, columnOf, definitionOf } from './figure';

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
  questions: readonly Question[];
  /** For each of the questions. */
  cells: readonly (readonly Measured[])[];
  offices: Directory;
  names: Names;
  /** The days of the report, and those before, whose cases a figure leads to. */
  periods: readonly [now: Days, before: Days];
}

type Days = Pick<Period, 'from' | 'to'>;

export function sectionOf(table: FigureTable, answered: Answered): Section {
  const { id, heading, paragraphs } = table;
  switch (table.shape) {
    case 'key-figures':
      return { id, heading, paragraphs, ...keyFigures(answered) };
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

function keyFigures({ questions, cells, offices, periods }: Answered): Pick<Section, 'columns' | 'rows'> {
  const rows = questions.map(({ metric, slicing }, index): Cell[] => {
    const [now, before] = figuresOf(metric, cells[index]!, slicing, offices);
    const { zh, en } = definitionOf(metric);
    const { source } = metric;
    const defined = { zh: `${zh}依据：${source.zh}`, en: `${en} Source: ${source.en}` };
    return [
      { kind: 'text', text: metric.name },
      leading(cellOf(metric, now!), casesPath(metric, slicing, periods[0], undefined)),
      leading(cellOf(metric, before!), casesPath(metric, slicing, periods[1], undefined)),
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

function parts(table: Parts, answered: Answered): Pick<Section, 'columns' | 'rows'> {
  const { by, own, order, rows_max } = table;
  const { questions, names } = answered;
  const columns = questions.map((_, index) => columnOfParts(table, answered, index));
  const items = (key: string): number => columns[0]?.get(key)?.items ?? 0;
  const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))]
    .sort((a, b) => (order === 'most' ? items(b) - items(a) : 0) || (a < b ? -1 : 1))
    .slice(0, rows_max);
  const label = by !== 'office' ? PART[by] : own ? BY_ITSELF : WITH_THOSE_BELOW;
  return {
    columns: [
      { id: by, heading: PART[by], definition: label },
      ...questions.map(({ metric }) => columnOf(metric)),
    ],
    rows: keys.map((key) => [
      { kind: 'text', text: names.of(by, key) },
      ...columns.map((column, index) => column.get(key)?.cell ?? nothingOf(questions[index]!.metric)),
    ]),
  };
}

/** A figure of some cases leads to them; one that is hidden, or of none, leads nowhere. */
function leading(cell: Cell, cases: string): Cell {
  switch (cell.kind) {
    case 'count':
    case 'score':
      return cell.value === 0 ? cell : { ...cell, cases };
    case 'rate':
      return cell.denominator === 0 ? cell : { ...cell, cases };
    case 'duration':
      return { ...cell, cases };
    default:
      return cell;
  }
}

type Column = ReadonlyMap<string, { items: number; cell: Cell }>;

function columnOfParts(
  { own }: Parts,
  { questions, cells, offices, periods }: Answered,
  index: number,
): Column {
  const { metric, slicing } = questions[index]!;
  const measured = own ? withoutThoseBelow(cells[index]!, offices, slicing.day) : cells[index]!;
  // By themselves offices are parts of the whole, and none is a part of another.
  const flat: Slicing = own ? { ...slicing, by: 'level' } : slicing;
  const figures = figuresOf(metric, measured, flat, offices);
  return new Map(
    measured.flatMap(({ key, items }, at) => {
      if (key === undefined) return [];
      const cell = cellOf(metric, figures[at]!);
      // The cases of an office come with those of the offices below it: they are not those of the office alone.
      return [
        [key, { items, cell: own ? cell : leading(cell, casesPath(metric, slicing, periods[0], key)) }],
      ];
    }),
  );
}

/** Where the registry counted nothing. */
function nothingOf({ measure }: Metric): Cell {
  if (measure === 'share') return { kind: 'rate', numerator: 0, denominator: 0 };
  return measure === 'spread' ? { kind: 'none' } : { kind: 'count', value: 0 };
}

/** Counts of each office alone: what counts with it of others is taken out, and where nothing is left it is not there. */
function withoutThoseBelow(
  cells: readonly Measured[],
  offices: Directory,
  day: LocalDate,
): readonly Measured[] {
  const own = cells.map((cell) => ({ ...cell }));
  const byKey = new Map(own.map((cell) => [cell.key, cell]));
  for (const { key, items, met } of cells) {
    const above = key === undefined ? null : countsWith(key, offices, day);
    const cell = above === null || above === key ? undefined : byKey.get(above);
    if (!cell) continue;
    cell.items = Math.max(0, cell.items - items);
    cell.met = Math.max(0, cell.met - met);
  }
  return own.filter(({ key, items }) => key === undefined || items > 0);
}
