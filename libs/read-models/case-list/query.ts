import { seenWhere, seesEverything, type Sight } from '@huiyin/access';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Rating } from '@huiyin/domain';
import type { Instant } from '@huiyin/policy';
import { equal } from '../filter';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
import { nextDuties, type NextDuty } from '../duty-board/next';
import { gramsSought, wordsOf } from './grams';
import { caseList } from './projection';
import type { CaseRow } from './table';

export interface CaseFilter {
  status?: string | readonly string[] | undefined;
  /** That holds it. */
  office?: string | undefined;
  /** That received it. */
  receiver?: string | undefined;
  category?: string | undefined;
  channel?: string | undefined;
  place?: string | undefined;
  pack?: string | undefined;
  externalId?: string | undefined;
  /** Received at or after. */
  receivedFrom?: Instant | undefined;
  /** Received before. */
  receivedTo?: Instant | undefined;
  /** That accepted it. */
  acceptedBy?: string | undefined;
  /** Accepted at or after. */
  acceptedFrom?: Instant | undefined;
  /** Accepted before. */
  acceptedTo?: Instant | undefined;
  /** How the petitioner rated the petition department, for the answer that stands. */
  petitionDepartmentRating?: Rating | undefined;
  handlingOfficeRating?: Rating | undefined;
  /** Only cases with an open duty whose due time has passed at this instant. */
  overdueAt?: Instant | undefined;
  /** All its words, anywhere in title, place, category, external number or first claim; case makes no difference. */
  q?: string | undefined;
}

export interface CaseListRequest extends CaseFilter, PageRequest {
  /** Newest first. */
  sort?: 'receivedAt' | 'updatedAt' | undefined;
}

export type CaseItem = Omit<CaseRow, 'grams' | 'searchText' | 'acknowledged' | 'keptFrom'> & {
  /** The duty on the case itself that falls due first. */
  nextDue?: NextDuty;
};

const EQUAL = [
  ...(['office', 'receiver', 'category', 'channel', 'place', 'pack', 'externalId'] as const),
  ...(['acceptedBy', 'petitionDepartmentRating', 'handlingOfficeRating'] as const),
];

const OVERDUE = `EXISTS (SELECT FROM views.duty_board d WHERE d.case_id = v.id AND d.kind = 'duty'
  AND d.status = 'open' AND d.due_at < :overdueAt)`;

type Cases = SelectQueryBuilder<CaseRow>;

export function filtered(query: Cases, filter: CaseFilter): Cases {
  equal(query, EQUAL, filter);
  const { status, receivedFrom, receivedTo, acceptedFrom, acceptedTo, overdueAt, q } = filter;
  if (status !== undefined) query.andWhere('v.status = ANY (:status)', { status: [status].flat() });
  if (receivedFrom !== undefined) query.andWhere('v.receivedAt >= :receivedFrom', { receivedFrom });
  if (receivedTo !== undefined) query.andWhere('v.receivedAt < :receivedTo', { receivedTo });
  if (acceptedFrom !== undefined) query.andWhere('v.acceptedAt >= :acceptedFrom', { acceptedFrom });
  if (acceptedTo !== undefined) query.andWhere('v.acceptedAt < :acceptedTo', { acceptedTo });
  if (overdueAt !== undefined) query.andWhere(OVERDUE, { overdueAt });
  return q === undefined ? query : searched(query, q);
}

/** Its own rows: nothing has to be looked up to know who must not see them. */
export function seen(query: Cases, sight: Sight): Cases {
  if (sight.of === 'nothing') return query.andWhere('false');
  if (seesEverything(sight)) return query;
  return query
    .andWhere(seenWhere('v.kept_from', 'CAST(:keptFrom AS text[])'))
    .setParameter('keptFrom', sight.keptFrom);
}

/** The index finds the candidates by their pairs of letters; the text decides. */
function searched(query: Cases, q: string): Cases {
  const words = wordsOf(q);
  if (words.length === 0) return query.andWhere('false');
  const grams = gramsSought(words);
  if (grams.length > 0) query.andWhere('v.grams @> CAST(:grams AS text[])', { grams });
  words.forEach((word, index) =>
    query.andWhere(`strpos(v.searchText, :word${index}) > 0`, { [`word${index}`]: word }),
  );
  return query;
}

function itemOf(row: CaseRow, nextDue: NextDuty | undefined): CaseItem {
  const { grams: _, searchText: __, acknowledged: ___, keptFrom: ____, ...shown } = row;
  return nextDue ? { ...shown, nextDue } : shown;
}

/** A page of cases, newest first. Throws BadCursor. */
export async function listCases(
  source: DataSource,
  request: CaseListRequest,
  sight: Sight,
): Promise<Page<CaseItem>> {
  const order: Keyset = { by: [request.sort ?? 'receivedAt', 'id'], direction: 'DESC' };
  const { position, result } = await atPosition(source, ['case-list', 'duty-board'], async (manager) => {
    const cases = manager.getRepository<CaseRow>(caseList.name).createQueryBuilder('v');
    const rows = await keyset(seen(filtered(cases, request), sight), order, request).getMany();
    return { rows, due: await nextDuties(manager, rows) };
  });
  const page = pageOf(position, result.rows, order, request);
  return { ...page, items: page.items.map((row) => itemOf(row, result.due.get(row.id))) };
}

/** How many cases a filter finds, by status. */
export const countCases = (
  source: DataSource,
  filter: CaseFilter,
  sight: Sight,
): Promise<Answer<Readonly<Record<string, number>>>> =>
  atPosition(source, ['case-list', 'duty-board'], async (manager) => {
    const cases = manager.getRepository<CaseRow>(caseList.name).createQueryBuilder('v');
    const rows = await seen(filtered(cases, filter), sight)
      .select('v.status', 'status')
      .addSelect('count(*)::integer', 'count')
      .groupBy('v.status')
      .getRawMany<{ status: string; count: number }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  });
