import type { Metric } from './metric';
import { happened, item } from './pure';
import { happenedIn, itemOf } from './sql';

const GOOD: readonly string[] = ['satisfied', 'fairly-satisfied'];

interface Rated {
  /** Fields of the rating: whose it is, and what it says. */
  whose: 'receiver' | 'office';
  says: 'petitionDepartment' | 'handlingOffice';
}

/** 满意度评价: the petitioner rates the petition department and the handling office, each on its own. */
export const rated = ({ whose, says }: Rated): Pick<Metric, 'items' | 'sql'> => ({
  items: (facts, window) =>
    happened(facts, window, 'CaseRated').map(({ data }) =>
      item(facts, data[whose], GOOD.includes(data[says])),
    ),
  sql: `${itemOf(
    'e.case_id',
    `e.summary ->> '${whose}'`,
    `e.summary ->> '${says}' IN (${GOOD.map((one) => `'${one}'`).join(', ')})`,
  )} FROM ${happenedIn('CaseRated')}`,
});
