import type { DataSource } from 'typeorm';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
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
export async function listReviews(source: DataSource, request: ReviewRequest = {}): Promise<Page<ReviewRow>> {
  const { position, result } = await atPosition(source, [reviewBoard.name], (manager) => {
    const rows = manager.getRepository<ReviewRow>(reviewBoard.name).createQueryBuilder('v');
    return keyset(equal(rows, FIELDS, request), ORDER, request).getMany();
  });
  return pageOf(position, result, ORDER, request);
}

export const findReview = (source: DataSource, id: string): Promise<Answer<ReviewRow | undefined>> =>
  atPosition(source, [reviewBoard.name], async (manager) => {
    const row = await manager.getRepository<ReviewRow>(reviewBoard.name).findOneBy({ id });
    return row ?? undefined;
  });
