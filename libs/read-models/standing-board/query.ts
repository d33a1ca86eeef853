import { seesEverything, type Sight } from '@huiyin/access';
import type { DataSource, EntityManager } from 'typeorm';
import { keptFrom, seenCase, viewsFor } from '../seen';
import { atPosition, type Answer } from '../page';
import { standingBoard } from './projection';
import type { StandingRow } from './table';

/** Offices answered at most; a city has fewer. */
export const STANDINGS_MAX = 5_000;

/** Offices with a confirmed fault or on a rung; those on a rung first, then by faults. */
export const listStandings = (
  source: DataSource,
  { rung }: { rung?: string | undefined },
  sight: Sight,
): Promise<Answer<readonly StandingRow[]>> =>
  atPosition(source, viewsFor(sight, [standingBoard.name]), async (manager) => {
    const query = manager.getRepository<StandingRow>(standingBoard.name).createQueryBuilder('v');
    if (rung !== undefined) query.where('v.rung = :rung', { rung });
    const rows = await query
      .orderBy('v.rung', 'ASC', 'NULLS LAST')
      .addOrderBy('v.faultsInWindow', 'DESC')
      .addOrderBy('v.office')
      .limit(STANDINGS_MAX)
      .getMany();
    return withoutHiddenFaults(manager, rows, sight);
  });

const SEEN = (sight: Sight): string =>
  `SELECT asked.id FROM unnest($1::text[]) AS asked (id)
   WHERE $2::text[] IS NOT NULL AND ${seenCase(sight, 'asked.id', '$2::text[]')}`;

/** A fault in a case that the viewer must not see is neither told nor counted; the rung itself is no secret. */
async function withoutHiddenFaults(
  manager: EntityManager,
  rows: readonly StandingRow[],
  sight: Sight,
): Promise<readonly StandingRow[]> {
  if (seesEverything(sight)) return rows;
  const cases = rows.flatMap(({ history }) =>
    history.flatMap((step) => ('caseId' in step ? step.caseId : [])),
  );
  const found = (await manager.query(SEEN(sight), [[...new Set(cases)], keptFrom(sight)])) as {
    id: string;
  }[];
  const seen = new Set(found.map(({ id }) => id));
  return rows.map((row) => {
    const history = row.history.filter((step) => !('caseId' in step) || seen.has(step.caseId));
    const hidden = row.history.length - history.length;
    if (hidden === 0) return row;
    const lastFaultAt = history.findLast(({ step }) => step === 'fault')?.at ?? null;
    const faults = row.faults - hidden;
    return { ...row, history, faults, faultsInWindow: Math.max(0, row.faultsInWindow - hidden), lastFaultAt };
  });
}
