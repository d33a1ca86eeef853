import { seesEverything, type Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { keptFrom, seenCase } from '../seen';
import { adviceBoard } from './projection';
import type { AdviceRow } from './table';

export interface AdviceRequest extends PageRequest {
  status?: string | undefined;
  kind?: string | undefined;
  office?: string | undefined;
  adviser?: string | undefined;
}

/** `cases`: those that it rests on, with their titles. */
export type AdviceItem = Omit<AdviceRow, 'sheet'> & { cases: readonly Cited[] };

interface Cited {
  id: string;
  title: string;
}

const TITLES = 'SELECT id, title FROM views.case_list WHERE id = ANY ($1)';

/** The newest first. */
const ORDER: Keyset = { by: ['givenAt', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'kind', 'office', 'adviser'] as const;

/** Advice that rests on a case which the viewer must not see is left out, whatever else it rests on. */
const everyCaseSeen = (sight: Sight): string => `NOT EXISTS (
  SELECT FROM jsonb_array_elements_text(v.case_ids::jsonb) AS cited (id)
  WHERE NOT ${seenCase(sight, 'cited.id', 'CAST(:keptFrom AS text[])')})`;

/** A page of advice. Throws BadCursor. */
export async function listAdvice(
  source: DataSource,
  request: AdviceRequest,
  sight: Sight,
): Promise<Page<AdviceItem>> {
  const { position, result } = await atPosition(source, [adviceBoard.name, 'case-list'], async (manager) => {
    const all = manager.getRepository<AdviceRow>(adviceBoard.name).createQueryBuilder('v');
    const wanted = equal(all, FIELDS, request);
    if (!seesEverything(sight))
      wanted.andWhere(everyCaseSeen(sight)).setParameter('keptFrom', keptFrom(sight));
    const rows = await keyset(wanted, ORDER, request).getMany();
    const ids = [...new Set(rows.flatMap(({ caseIds }) => caseIds))];
    return { rows, titles: (await manager.query(TITLES, [ids])) as Cited[] };
  });
  const titles = new Map(result.titles.map((cited) => [cited.id, cited]));
  const page = pageOf(position, result.rows, ORDER, request);
  return {
    ...page,
    items: page.items.map(({ sheet: _, ...item }) => ({
      ...item,
      cases: item.caseIds.flatMap((id) => titles.get(id) ?? []),
    })),
  };
}
