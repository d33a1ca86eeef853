import type { DataSource } from 'typeorm';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
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
  request: SupervisionRequest = {},
): Promise<Page<SupervisionRow>> {
  const { position, result } = await atPosition(source, [supervisionBoard.name], (manager) => {
    const rows = manager.getRepository<SupervisionRow>(supervisionBoard.name).createQueryBuilder('v');
    return keyset(equal(rows, FIELDS, request), ORDER, request).getMany();
  });
  return pageOf(position, result, ORDER, request);
}

export const findSupervision = (
  source: DataSource,
  id: string,
): Promise<Answer<SupervisionRow | undefined>> =>
  atPosition(source, [supervisionBoard.name], async (manager) => {
    const row = await manager.getRepository<SupervisionRow>(supervisionBoard.name).findOneBy({ id });
    return row ?? undefined;
  });
