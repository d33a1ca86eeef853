import type { CaseRow, DutyRow, OfficeRow, ReviewRow, SupervisionRow } from '@huiyin/read-models';
import type { Escalated, Owed } from './material';

/** Rows of the read models, whole or just those that matter. */
export interface Rows {
  duties: readonly Pick<DutyRow, 'caseId' | 'kind' | 'status' | 'body'>[];
  cases: readonly Pick<CaseRow, 'id' | 'title' | 'status' | 'keptFrom'>[];
  orders: readonly Pick<SupervisionRow, 'id' | 'status' | 'caseId' | 'office' | 'by' | 'orderedAt'>[];
  reviews: readonly Pick<ReviewRow, 'id' | 'status' | 'caseId' | 'office' | 'by' | 'openedAt'>[];
  offices: readonly Pick<OfficeRow, 'id' | 'nameZh' | 'nameEn' | 'superior' | 'successor'>[];
}

/** What is open, with the case that it is about; what is about no case, or a struck one, is on no list. */
export function owedOf({ duties, cases, orders, reviews, offices }: Rows): Owed {
  const about = new Map(
    cases
      .filter(({ status }) => status !== 'struck')
      .map(({ id, title, keptFrom }) => [id, { caseId: id, title, keptFrom }]),
  );
  const escalated = (
    what: Escalated['what'],
    { id, caseId, office, by }: Rows['orders'][number] | Rows['reviews'][number],
    since: string,
  ): Escalated[] => {
    const found = about.get(caseId);
    return found ? [{ ...found, id, what, office, by, since }] : [];
  };
  return {
    offices: offices.map(({ id, nameZh, nameEn, superior, successor }) => ({
      id,
      name: { zh: nameZh, en: nameEn },
      superior,
      successor,
    })),
    duties: duties.flatMap(({ caseId, kind, status, body }) => {
      const found = about.get(caseId ?? '');
      return found && body && kind === 'duty' && status === 'open' ? [{ ...found, duty: body }] : [];
    }),
    escalated: [
      ...orders.flatMap((one) =>
        one.status === 'closed' ? [] : escalated('supervision', one, one.orderedAt),
      ),
      ...reviews.flatMap((one) => (one.status === 'closed' ? [] : escalated('review', one, one.openedAt))),
    ],
  };
}
