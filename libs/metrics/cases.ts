import type { Sight } from '@huiyin/access';
import {
  atPosition,
  decodeCursor,
  encodeCursor,
  limitOf,
  type Page,
  type PageRequest,
} from '@huiyin/read-models/page';
import type { DataSource } from 'typeorm';
import type { Metric } from './metric';
import { itemsQuery, METRIC_VIEWS, readDirectory } from './read';
import type { Slicing } from './slicing';

/** A case behind a figure, and how often it counts in it. */
export interface CountedCase {
  id: string;
  title: string;
  status: string;
  /** In the denominator, where the metric is a share. */
  items: number;
  /** In the numerator. */
  met: number;
}

export interface CasesRequest extends PageRequest {
  /** Only what is met, or only what is not. */
  met?: boolean | undefined;
}

/** The cases that a figure counts and the viewer may see, in the order of their ids. Throws BadCursor. */
export async function casesBehind(
  source: DataSource,
  metric: Metric,
  slicing: Slicing,
  request: CasesRequest,
  sight: Sight,
): Promise<Page<CountedCase>> {
  const limit = limitOf(request);
  const [after] = request.cursor === undefined ? [null] : decodeCursor(request.cursor, 1);
  const { position, result } = await atPosition(source, METRIC_VIEWS, async (manager) => {
    const { text, values } = itemsQuery(metric, slicing, await readDirectory(manager), sight);
    const given = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
    const [from, met, most] = [
      given(after, 'text'),
      given(request.met, 'boolean'),
      given(limit + 1, 'integer'),
    ];
    return (await manager.query(
      `${text} SELECT item.case_id AS id, c.title, c.status, count(*)::integer AS items,
          (count(*) FILTER (WHERE item.met))::integer AS met
        FROM item JOIN views.case_list c ON c.id = item.case_id
        WHERE (${from} IS NULL OR item.case_id > ${from}) AND (${met} IS NULL OR item.met = ${met})
        GROUP BY item.case_id, c.title, c.status ORDER BY item.case_id LIMIT ${most}`,
      values,
    )) as CountedCase[];
  });
  const items = result.slice(0, limit);
  return { position, items, ...(result.length > limit && { next: encodeCursor([items.at(-1)!.id]) }) };
}
