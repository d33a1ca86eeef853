import { countsWith, residentsOf, type Directory } from './directory';
import type { Measure, Metric } from './metric';
import type { Cell, Slicing } from './slicing';
import { suppressed, type Part } from './suppress';

/** What a metric comes to in one cell. Where it is suppressed every number is null. */
export interface Figure {
  /** Index of the window. */
  window: number;
  /** Value of the dimension; absent on the total, empty where the directory does not say. */
  key?: string;
  suppressed: boolean;
  /** Of a share, how many are met; of a count or a sum, the number itself; absent on a spread. */
  numerator?: number | null;
  /** Of a share or a spread: how many items. */
  denominator?: number | null;
  /** In the metric's unit: percent, days (the median), a number; null where there was nothing to divide by. */
  value: number | null;
  /** Spreads only: the ninth decile. */
  p90?: number | null;
  /** Counts and sums, by office or area, where the directory knows the residents. */
  residents?: number;
  per10000?: number | null;
}

const PERCENT = 100;
const PER_RESIDENTS = 10_000;
const DECIMALS = 2;

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(DECIMALS));

type Numbers = Pick<Figure, 'numerator' | 'denominator' | 'value' | 'p90'>;

function numbersOf(measure: Measure, { items, met, sum, median, p90 }: Cell): Numbers {
  switch (measure) {
    case 'count':
      return { numerator: items, value: items };
    case 'sum':
      return { numerator: sum, value: rounded(sum) };
    case 'share':
      return {
        numerator: met,
        denominator: items,
        value: items === 0 ? null : rounded((met / items) * PERCENT),
      };
    case 'spread':
      return { denominator: items, value: rounded(median), p90: rounded(p90) };
  }
}

/** The same fields, and no number. */
const withoutNumbers = (numbers: Numbers): Numbers => {
  const fields = Object.keys(numbers).map((field) => [field, null]);
  return Object.fromEntries(fields) as unknown as Numbers;
};

function residents(cell: Cell, { by, only, day }: Slicing, offices: Directory): number | undefined {
  const office = by === 'office' ? cell.key : by === undefined ? only?.office : undefined;
  const area = by === 'area' ? cell.key : by === undefined ? only?.area : undefined;
  const meant = [...offices].filter(([id, { territory }]) => id === office || (area && territory === area));
  return residentsOf(
    meant.map(([, found]) => found),
    day,
  );
}

interface Options {
  /** For work inside the administration, not for publication: nothing is suppressed. */
  exact?: boolean;
}

/** The figures of a metric from its cells, small ones suppressed where they would tell about people. */
export function figuresOf(
  metric: Metric,
  cells: readonly Cell[],
  slicing: Slicing,
  offices: Directory,
  { exact = false }: Options = {},
): readonly Figure[] {
  const hidden =
    exact || metric.small === 'shown' ? new Set<number>() : suppressed(tree(cells, slicing, offices));
  return cells.map((cell, index) => {
    const numbers = numbersOf(metric.measure, cell);
    const { window, key } = cell;
    const common = { window, ...(key !== undefined && { key }), suppressed: hidden.has(index) };
    const known =
      metric.measure === 'count' || metric.measure === 'sum' ? residents(cell, slicing, offices) : undefined;
    if (hidden.has(index)) return { ...common, ...withoutNumbers(numbers) };
    const per10000 = known && rounded((numbers.value! / known) * PER_RESIDENTS);
    return { ...common, ...numbers, ...(known !== undefined && { residents: known, per10000: per10000! }) };
  });
}

/** What adds up to what: offices to those that they are rolled up into, everything else to the total of its window. */
function tree(cells: readonly Cell[], slicing: Slicing, offices: Directory): readonly Part[] {
  const { windows, by, day } = slicing;
  const places = new Map(
    cells.map(({ window, key }, index) => [`${window} ${key ?? ''} ${key === undefined}`, index]),
  );
  const find = (window: number, key?: string): number | undefined =>
    places.get(`${window} ${key ?? ''} ${key === undefined}`);
  const parts = cells.map(({ window, key, items }, index): Part => {
    if (key === undefined) return { items, of: windows.length > 1 ? cells.length : undefined };
    const above = by === 'office' ? countsWith(key, offices, day) : null;
    const parent = above === null ? undefined : find(window, above);
    return {
      items,
      of: parent === undefined || parent === index || isRing(key, slicing, offices) ? find(window) : parent,
    };
  });
  // Periods add up to the time that they are cut from, which others may ask for.
  const whole = cells.filter(({ key }) => key === undefined).reduce((sum, { items }) => sum + items, 0);
  return windows.length > 1 ? [...parts, { items: whole, of: undefined }] : parts;
}

/** A directory in which an office is above itself: its figures are set beside the total only. */
function isRing(office: string, { day }: Slicing, offices: Directory): boolean {
  const seen = new Set<string>();
  for (
    let at = countsWith(office, offices, day);
    at !== null && !seen.has(at);
    at = countsWith(at, offices, day)
  ) {
    if (at === office) return true;
    seen.add(at);
  }
  return false;
}
