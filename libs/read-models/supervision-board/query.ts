import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { seen, viewsFor } from '../seen';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { supervisionBoard } from './projection';
import type { SupervisionRow } from './table';

export interface SupervisionRequest extends PageRequest {
  status?: string | undefined;
  office?: string | undefined;
  by?: string | undefined;
  caseId?: string | undefined;
}

/** The newest first. */
const ORDER: Keyset = { by: ['orderedAt', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'office', 'by', 'caseId'] as const;

/** A page of supervision orders. Throws BadCursor. */
export async function listSupervisions(
  source: DataSource,
  request: SupervisionRequest,
  sight: Sight,
): Promise<Page<SupervisionRow>> {
  const { position, result } = await atPosition(
    source,
    viewsFor(sight, [supervisionBoard.name]),
    (manager) => {
      const rows = manager.getRepository<SupervisionRow>(supervisionBoard.name).createQueryBuilder('v');
      return keyset(seen(equal(rows, FIELDS, request), sight), ORDER, request).getMany();
    },
  );
  return pageOf(position, result, ORDER, request);
}
