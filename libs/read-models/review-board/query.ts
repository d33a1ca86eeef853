import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { seen, viewsFor } from '../seen';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Keyset, type Page, type PageRequest } from '../page';
import { reviewBoard } from './projection';
import type { ReviewRow } from './table';

export interface ReviewRequest extends PageRequest {
  status?: string | undefined;
  office?: string | undefined;
  by?: string | undefined;
  caseId?: string | undefined;
  rule?: string | undefined;
  /** `fault` or `no-fault`. */
  outcome?: string | undefined;
}

/** The newest first. */
const ORDER: Keyset = { by: ['openedAt', 'id'], direction: 'DESC' };
const FIELDS = ['status', 'office', 'by', 'caseId', 'rule', 'outcome'] as const;

/** A page of accountability reviews. Throws BadCursor. */
export async function listReviews(
  source: DataSource,
  request: ReviewRequest,
  sight: Sight,
): Promise<Page<ReviewRow>> {
  const { position, result } = await atPosition(source, viewsFor(sight, [reviewBoard.name]), (manager) => {
    const rows = manager.getRepository<ReviewRow>(reviewBoard.name).createQueryBuilder('v');
    return keyset(seen(equal(rows, FIELDS, request), sight), ORDER, request).getMany();
  });
  return pageOf(position, result, ORDER, request);
}
