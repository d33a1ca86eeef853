import type { DataSource } from 'typeorm';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
import { bulletinList } from './projection';
import type { BulletinRow } from './table';

export interface BulletinRequest extends PageRequest {
  kind?: string | undefined;
  office?: string | undefined;
  /** Only lists of these offices, and what is for all; without it everything. */
  within?: readonly string[] | undefined;
}

/** The newest first. */
const ORDER: Keyset = { by: ['at', 'id'], direction: 'DESC' };

/** A page of what went out. Throws BadCursor. */
export async function listBulletins(
  source: DataSource,
  request: BulletinRequest,
): Promise<Page<BulletinRow>> {
  const { position, result } = await atPosition(source, [bulletinList.name], (manager) => {
    const rows = manager.getRepository<BulletinRow>(bulletinList.name).createQueryBuilder('v');
    const { within } = request;
    if (within) rows.where('(v.office IS NULL OR v.office = ANY (:within))', { within });
    return keyset(equal(rows, ['kind', 'office'], request), ORDER, request).getMany();
  });
  return pageOf(position, result, ORDER, request);
}

export interface LastBulletin {
  kind: string;
  office: string | null;
  /** The last day of the last period. */
  to: string;
}

/** The last of each kind and office. */
export const lastBulletins = (source: DataSource): Promise<Answer<readonly LastBulletin[]>> =>
  atPosition(
    source,
    [bulletinList.name],
    (manager) =>
      manager.query(
        'SELECT kind, office, max(period_to) AS "to" FROM views.bulletin_list GROUP BY kind, office',
      ) as Promise<LastBulletin[]>,
  );
