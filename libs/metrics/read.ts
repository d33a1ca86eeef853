import { seenWhere, type Sight } from '@huiyin/access';
import { atPosition, type Answer } from '@huiyin/read-models/page';
import { keptFrom } from '@huiyin/read-models/seen';
import type { DataSource, EntityManager } from 'typeorm';
import { lineUp, type Directory, type OfficeFacts } from './directory';
import type { Metric } from './metric';
import { DIMENSIONS, emptyCell, type Cell, type Dimension, type Slicing } from './slicing';

/** What the queries of the metrics read, in one snapshot. */
export const METRIC_VIEWS = [
  'case-list',
  'case-timeline',
  'duty-board',
  'review-board',
  'supervision-board',
  'office-directory',
] as const;

export interface Measured {
  cells: readonly Cell[];
  offices: Directory;
}

const OFFICES = `SELECT id, level, territory, superior, successor, succeeded_from AS "succeededFrom", residents
  FROM views.office_directory ORDER BY id`;

export async function readDirectory(manager: EntityManager): Promise<Directory> {
  const rows = (await manager.query(OFFICES)) as (OfficeFacts & { id: string })[];
  return new Map(rows.map(({ id, ...office }) => [id, office]));
}

/** The same cells as `measure`, from the read models, of the cases that the viewer may see. */
export const readMetric = (
  source: DataSource,
  metric: Metric,
  slicing: Slicing,
  sight: Sight,
): Promise<Answer<Measured>> =>
  atPosition(source, METRIC_VIEWS, async (manager) => {
    const offices = await readDirectory(manager);
    return { cells: await readCells(manager, metric, slicing, offices, sight), offices };
  });

/** `readMetric` inside a snapshot of METRIC_VIEWS that somebody else has begun: several figures of one position. */
export async function readCells(
  manager: EntityManager,
  metric: Metric,
  slicing: Slicing,
  offices: Directory,
  sight: Sight,
): Promise<readonly Cell[]> {
  const { text, values } = cellsQuery(metric, slicing, offices, sight);
  const found = (await manager.query(text, values)) as (Cell & { key: string | null })[];
  return inOrder(found, slicing);
}

/** For each window the total, also where there was nothing, then its parts in the order of their keys. */
function inOrder(found: readonly (Cell & { key: string | null })[], { windows }: Slicing): readonly Cell[] {
  return windows.flatMap((_, window) => {
    const here = found.filter((cell) => cell.window === window).map(({ key, ...cell }) => ({ key, cell }));
    const total = here.find(({ key }) => key === null)?.cell ?? emptyCell(window);
    const parts = here.flatMap(({ key, cell }) => (key === null ? [] : [{ ...cell, key }]));
    return [total, ...parts.sort((a, b) => (a.key < b.key ? -1 : 1))];
  });
}

export interface Query {
  text: string;
  values: unknown[];
}

const KEYS: Readonly<Record<Exclude<Dimension, 'office'>, string>> = {
  area: 'item.area',
  category: 'item.category',
  channel: 'item.channel',
  level: 'item.level',
};

const AGGREGATES = `count(*)::integer AS items, (count(*) FILTER (WHERE item.met))::integer AS met,
  coalesce(sum(item.amount), 0)::float8 AS sum,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY item.amount) AS median,
  percentile_cont(0.9) WITHIN GROUP (ORDER BY item.amount) AS p90`;

function cellsQuery(metric: Metric, slicing: Slicing, offices: Directory, sight: Sight): Query {
  const { by } = slicing;
  const { text, values } = itemsQuery(metric, slicing, offices, sight);
  const total = `SELECT (item.n - 1)::integer AS window, NULL::text AS key, ${AGGREGATES} FROM item GROUP BY item.n`;
  if (by === undefined) return { text: `${text} ${total}`, values };
  const rolled = by === 'office';
  const key = rolled ? 'coalesce(up.ancestor, item.office)' : KEYS[by];
  const from = rolled ? 'item LEFT JOIN up ON up.office = item.office AND up.within' : 'item';
  return {
    text: `${text} ${total} UNION ALL
      SELECT (item.n - 1)::integer, ${key} AS key, ${AGGREGATES} FROM ${from} GROUP BY item.n, 2`,
    values,
  };
}

/** The narrowest territory that the place names, looked for once for each place. */
const AREA = `LEFT JOIN LATERAL (SELECT t.name FROM territory t WHERE strpos(c.place, t.name) > 0
  ORDER BY length(t.name) DESC, t.name LIMIT 1) area ON true`;

/** Everything up to the items that are meant and may be seen, as the common table expression `item`. */
export function itemsQuery(metric: Metric, slicing: Slicing, offices: Directory, sight: Sight): Query {
  const { windows, by, only = {} } = slicing;
  const values: unknown[] = [];
  const given = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const since = given(
    windows.map((window) => window.since),
    'timestamptz[]',
  );
  const until = given(
    windows.map((window) => window.until),
    'timestamptz[]',
  );
  const lines = [...offices.keys()].flatMap((office) => linesOf(office, slicing, offices));
  const below = given(
    lines.map(({ office }) => office),
    'text[]',
  );
  const above = given(
    lines.map(({ ancestor }) => ancestor),
    'text[]',
  );
  const within = given(
    lines.map((line) => line.within),
    'boolean[]',
  );
  const territories = given(
    [...new Set([...offices.values()].map(({ territory }) => territory).filter(Boolean))],
    'text[]',
  );
  const needsArea = by === 'area' || only.area !== undefined;
  const wanted = DIMENSIONS.flatMap((name) => {
    const value = only[name];
    if (value === undefined) return [];
    const one = given(value, 'text');
    return name === 'office'
      ? [`(i.office = ${one} OR EXISTS (SELECT FROM up WHERE up.office = i.office AND up.ancestor = ${one}))`]
      : [`${OF_ITEM[name]} = ${one}`];
  });
  const kept = given(keptFrom(sight), 'text[]');
  const seen = sight.of === 'nothing' ? 'false' : seenWhere('c.kept_from', kept);
  return {
    values,
    text: `WITH w AS (SELECT n, since, until FROM unnest(${since}, ${until}) WITH ORDINALITY AS w (since, until, n)),
      viewer AS (SELECT ${kept} AS kept_from),
      up AS (SELECT office, ancestor, within FROM unnest(${below}, ${above}, ${within}) AS up (office, ancestor, within)),
      territory AS (SELECT name COLLATE "C" AS name FROM unnest(${territories}) AS t (name)),
      counted AS (${metric.sql}),
      item AS (SELECT i.n, i.case_id, i.office, i.met, i.amount, c.category, c.channel,
          ${needsArea ? OF_ITEM.area : `''`} AS area, ${OF_ITEM.level} AS level
        FROM counted i JOIN views.case_list c ON c.id = i.case_id
          LEFT JOIN views.office_directory o ON o.id = i.office ${needsArea ? AREA : ''}
        WHERE c.status <> 'struck' AND ${[seen, ...wanted].join(' AND ')})`,
  };
}

/** What an office is rolled up into; `within`: no higher than the office that was asked for, also in a ring. */
function linesOf(
  office: string,
  { day, only }: Slicing,
  offices: Directory,
): { office: string; ancestor: string; within: boolean }[] {
  const line = lineUp(office, offices, day);
  const top = only?.office === undefined ? line.length : line.indexOf(only.office);
  return line.map((ancestor, height) => ({ office, ancestor, within: height <= top }));
}

const OF_ITEM: Readonly<Record<Exclude<Dimension, 'office'>, string>> = {
  area: `coalesce(area.name, '')`,
  category: 'c.category',
  channel: 'c.channel',
  level: `coalesce(o.level, '')`,
};
