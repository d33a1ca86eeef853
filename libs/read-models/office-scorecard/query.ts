import type { Sight } from '@huiyin/access';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { withoutHidden, type HiddenEvent, type Reaching } from '../hidden';
import { counts, officeScorecard } from './projection';
import { COUNTS, type Count, type ScorecardRow } from './table';

export interface ScorecardRequest {
  office?: string | undefined;
  /** `2026-01`, inclusive. */
  fromMonth?: string | undefined;
  toMonth?: string | undefined;
}

/** Month by month, for each office, in order of office and month. Throws SumsBehind. */
export const scorecard = async (
  source: DataSource,
  request: ScorecardRequest,
  sight: Sight,
  reaching: Reaching,
): Promise<Answer<readonly ScorecardRow[]>> =>
  withoutHidden(source, await wholeScorecard(source, request), sight, reaching, scorecardWithout);

const wholeScorecard = (
  source: DataSource,
  request: ScorecardRequest,
): Promise<Answer<readonly ScorecardRow[]>> =>
  atPosition(source, [officeScorecard.name], (manager) =>
    selected(manager.getRepository<ScorecardRow>(officeScorecard.name).createQueryBuilder('v'), request)
      .orderBy('v.office')
      .addOrderBy('v.month')
      .getMany(),
  );

/** The same months without what those events counted; an office of which nothing is left is not there. */
function scorecardWithout(
  rows: readonly ScorecardRow[],
  hidden: readonly HiddenEvent[],
): readonly ScorecardRow[] {
  const of = (office: string, month: string): string => `${month} ${office}`;
  const sums = new Map(rows.map((row) => [of(row.office, row.month), { ...row }]));
  for (const { event, day } of hidden) {
    for (const { office, count, change = 1, month = day.slice(0, 7) } of counts(event)) {
      const row = sums.get(of(office, month));
      if (row) (row as Record<Count, number>)[count] -= change;
    }
  }
  // The place in the log of what changed a row last may be that of a hidden event.
  return [...sums.values()]
    .filter((row) => COUNTS.some((count) => row[count] > 0))
    .map((row) => ({ ...row, position: undefined }));
}

function selected<Query extends { andWhere(where: string, values: object): unknown }>(
  query: Query,
  { office, fromMonth, toMonth }: ScorecardRequest,
): Query {
  if (office !== undefined) query.andWhere('v.office = :office', { office });
  if (fromMonth !== undefined) query.andWhere('v.month >= :fromMonth', { fromMonth });
  if (toMonth !== undefined) query.andWhere('v.month <= :toMonth', { toMonth });
  return query;
}
