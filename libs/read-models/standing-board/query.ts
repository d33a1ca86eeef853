import { seesEverything, type Sight } from '@huiyin/access';
import type { DataSource, EntityManager } from 'typeorm';
import { keptFrom, seenCase, viewsFor } from '../seen';
import { atPosition, type Answer } from '../page';
import { standingBoard } from './projection';
import type { StandingRow, StandingStep } from './table';

/** Offices answered at most; a city has fewer. */
export const STANDINGS_MAX = 5_000;

/** Offices with a confirmed fault, on a rung or honoured; those on a rung first, then by faults. */
export const listStandings = (
  source: DataSource,
  { rung }: { rung?: string | undefined },
  sight: Sight,
): Promise<Answer<readonly StandingRow[]>> =>
  atPosition(source, viewsFor(sight, [standingBoard.name]), (manager) => standingsIn(manager, rung, sight));

/** `listStandings` inside a snapshot of `viewsFor` that somebody else has begun. */
export async function standingsIn(
  manager: EntityManager,
  rung: string | undefined,
  sight: Sight,
): Promise<readonly StandingRow[]> {
  const query = manager.getRepository<StandingRow>(standingBoard.name).createQueryBuilder('v');
  if (rung !== undefined) query.where('v.rung = :rung', { rung });
  const rows = await query
    .orderBy('v.rung', 'ASC', 'NULLS LAST')
    .addOrderBy('v.faultsInWindow', 'DESC')
    .addOrderBy('v.office')
    .limit(STANDINGS_MAX)
    .getMany();
  return withoutHiddenFaults(manager, rows, sight);
}

const SEEN = (sight: Sight): string =>
  `SELECT asked.id FROM unnest($1::text[]) AS asked (id)
   WHERE $2::text[] IS NOT NULL AND ${seenCase(sight, 'asked.id', '$2::text[]')}`;

/** What an office reached by a fault in a case that the viewer must not see is neither told nor counted. */
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
  return rows.flatMap((row) => {
    const told = row.history.filter((step) => 'caseId' in step);
    const hidden = new Set(told.filter(({ caseId }) => !seen.has(caseId)).map(({ at }) => at));
    return hidden.size === 0 ? [row] : rest(row, hidden);
  });
}

/** Steps that no earlier fault asks for: all others after a hidden one cannot be told apart from what it led to. */
const BY_ITSELF: readonly StandingStep['step'][] = [
  'fault',
  'fault-set-aside',
  'rung-reached',
  'rung-withdrawn',
  'rung-left',
  'placing',
  'practice',
  'award-granted',
];

/** The standing without the faults of these instants and what they led to; none where nothing else is left. */
function rest(row: StandingRow, hidden: ReadonlySet<string>): StandingRow[] {
  const from = [...hidden].sort()[0]!;
  const history = row.history.filter(
    ({ step, at }) => step === 'rung-left' || (!hidden.has(at) && (at < from || BY_ITSELF.includes(step))),
  );
  if (history.length === 0) return [];
  const fewer = row.history.filter(({ step, at }) => step === 'fault' && hidden.has(at)).length;
  const fault = history.findLast(({ step }) => step === 'fault');
  const onRung = row.since !== null && !hidden.has(row.since);
  const shown = {
    ...row,
    ...(onRung ? {} : { rung: null, since: null }),
    history,
    open: row.open.filter(({ since }) => since < from),
    noAwardIn: row.noAwardIn.filter((year) =>
      history.some((step) => step.step === 'award-forfeited' && step.year === year),
    ),
    keyManagement: row.keyManagement && history.some(({ step }) => step === 'key-management-entered'),
    faults: Math.max(0, row.faults - fewer),
    faultsInWindow: Math.max(0, row.faultsInWindow - fewer),
    lastFaultAt: fault?.at ?? null,
    // The place in the log of what changed it last may be that of a hidden fault.
    position: undefined,
  };
  return [shown];
}
