import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { standingBoard } from './projection';
import type { StandingRow } from './table';

/** Offices answered at most; a city has fewer. */
export const STANDINGS_MAX = 5_000;

/** Offices with a confirmed fault or on a rung; those on a rung first, then by faults. */
export const listStandings = (
  source: DataSource,
  { rung }: { rung?: string | undefined } = {},
): Promise<Answer<readonly StandingRow[]>> =>
  atPosition(source, [standingBoard.name], (manager) => {
    const query = manager.getRepository<StandingRow>(standingBoard.name).createQueryBuilder('v');
    if (rung !== undefined) query.where('v.rung = :rung', { rung });
    return query
      .orderBy('v.rung', 'ASC', 'NULLS LAST')
      .addOrderBy('v.faultsInWindow', 'DESC')
      .addOrderBy('v.office')
      .limit(STANDINGS_MAX)
      .getMany();
  });

/** Undefined: nothing has ever been counted against the office. */
export const findStanding = (source: DataSource, office: string): Promise<Answer<StandingRow | undefined>> =>
  atPosition(source, [standingBoard.name], async (manager) => {
    const row = await manager.getRepository<StandingRow>(standingBoard.name).findOneBy({ office });
    return row ?? undefined;
  });
