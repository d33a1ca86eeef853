import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { officeScorecard } from './projection';
import { COUNTS, type Count, type ScorecardRow } from './table';

export interface ScorecardRequest {
  office?: string | undefined;
  /** `2026-01`, inclusive. */
  fromMonth?: string | undefined;
  toMonth?: string | undefined;
}

export type Score = { office: string } & Record<Count, number>;

/** Month by month, for each office, in order of office and month. */
export const scorecard = (
  source: DataSource,
  request: ScorecardRequest = {},
): Promise<Answer<readonly ScorecardRow[]>> =>
  atPosition(source, [officeScorecard.name], (manager) =>
    selected(manager.getRepository<ScorecardRow>(officeScorecard.name).createQueryBuilder('v'), request)
      .orderBy('v.office')
      .addOrderBy('v.month')
      .getMany(),
  );

/** The sums over the months, per office. */
export const scores = (
  source: DataSource,
  request: ScorecardRequest = {},
): Promise<Answer<readonly Score[]>> =>
  atPosition(source, [officeScorecard.name], (manager) => {
    const query = manager.getRepository<ScorecardRow>(officeScorecard.name).createQueryBuilder('v');
    query.select('v.office', 'office');
    for (const count of COUNTS) query.addSelect(`sum(v.${count})::integer`, count);
    return selected(query, request).groupBy('v.office').orderBy('v.office').getRawMany<Score>();
  });

function selected<Query extends { andWhere(where: string, values: object): unknown }>(
  query: Query,
  { office, fromMonth, toMonth }: ScorecardRequest,
): Query {
  if (office !== undefined) query.andWhere('v.office = :office', { office });
  if (fromMonth !== undefined) query.andWhere('v.month >= :fromMonth', { fromMonth });
  if (toMonth !== undefined) query.andWhere('v.month <= :toMonth', { toMonth });
  return query;
}
