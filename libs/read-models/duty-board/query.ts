import { HOUR_ms } from '@huiyin/kernel';
import type { Duty, Instant } from '@huiyin/policy';
import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { seesEverything, type Sight } from '@huiyin/access';
import { equal } from '../filter';
import { keptFrom, seen, viewsFor } from '../seen';
import { atPosition, keyset, pageOf, type Answer, type Keyset, type Page, type PageRequest } from '../page';
import { withoutSiteVisits } from '../site-visits';
import { dutyBoard } from './projection';
import { seenDuty } from './seen';
import type { DutyRow } from './table';

export interface DutyFilter {
  owner?: string | undefined;
  overseer?: string | undefined;
  rule?: string | undefined;
  caseId?: string | undefined;
}

export interface DutyBoardRequest extends DutyFilter, PageRequest {
  now: Instant;
  /** `overdue`: due before now. `soon`: from now on, within `within_hours` where given. Default: both. */
  show?: 'overdue' | 'soon' | undefined;
  within_hours?: number | undefined;
}

export interface DutyItem extends Duty {
  stream: string;
  caseId: string | null;
  breachedAt: Instant | null;
  remindedAt: Instant | null;
  overdue: boolean;
  /** Of the case. */
  title?: string;
  category?: string;
  place?: string;
}

export interface DutyCount {
  owner: string;
  open: number;
  overdue: number;
}

/** The soonest first. */
const ORDER: Keyset = { by: ['dueAt', 'duty'], direction: 'ASC' };
const FIELDS = ['owner', 'overseer', 'rule', 'caseId'] as const;

type Duties = SelectQueryBuilder<DutyRow>;

const seenDuties = (query: Duties, sight: Sight): Duties =>
  seesEverything(sight)
    ? query
    : query.andWhere(seenDuty(sight, 'CAST(:keptFrom AS text[])')).setParameter('keptFrom', keptFrom(sight));

const duties = (manager: EntityManager): Duties =>
  manager.getRepository<DutyRow>(dutyBoard.name).createQueryBuilder('v');

const open = (manager: EntityManager): Duties =>
  duties(manager).where(`v.status = 'open'`).andWhere(`v.kind = 'duty'`);

const filtered = (query: Duties, filter: DutyFilter): Duties => equal(query, FIELDS, filter);

function timed(query: Duties, { now, show, within_hours }: DutyBoardRequest): Duties {
  if (show === 'overdue') query.andWhere('v.dueAt < :now', { now });
  if (show === 'soon') query.andWhere('v.dueAt >= :now', { now });
  if (show !== 'overdue' && within_hours !== undefined) {
    const until = new Date(Date.parse(now) + within_hours * HOUR_ms).toISOString();
    query.andWhere('v.dueAt <= :until', { until });
  }
  return query;
}

interface Titled {
  id: string;
  title: string;
  category: string;
  place: string;
}

async function titles(
  manager: EntityManager,
  rows: readonly DutyRow[],
): Promise<ReadonlyMap<string, Titled>> {
  const ids = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))];
  const found = (await manager.query(
    'SELECT id, title, category, place FROM views.case_list WHERE id = ANY ($1)',
    [ids],
  )) as Titled[];
  return new Map(found.map((one) => [one.id, one]));
}

function itemOf(row: DutyRow, now: Instant, about: Titled | undefined): DutyItem {
  const { stream, caseId, breachedAt, remindedAt } = row;
  const duty = row.body!;
  const overdue = duty.kind === 'duty' && duty.status === 'open' && duty.dueAt < now;
  const { id: _, ...named } = about ?? { id: undefined };
  return { ...duty, stream, caseId, breachedAt, remindedAt, overdue, ...named };
}

const BOTH = ['duty-board', 'case-list'];

/** Open duties, the soonest first. Throws BadCursor. */
export async function listDuties(
  source: DataSource,
  request: DutyBoardRequest,
  sight: Sight,
): Promise<Page<DutyItem>> {
  const { position, result } = await atPosition(source, BOTH, async (manager) => {
    const owed = seenDuties(timed(filtered(open(manager), request), request), sight);
    const query = withoutSiteVisits(owed, sight);
    const rows = await keyset(query, ORDER, request).getMany();
    return { rows, about: await titles(manager, rows) };
  });
  const page = pageOf(position, result.rows, ORDER, request);
  return {
    ...page,
    items: page.items.map((row) => itemOf(row, request.now, result.about.get(row.caseId ?? ''))),
  };
}

/** Every duty about one case, ended ones and rights that lapse included, in order of due time. */
export const dutiesOfCase = (
  source: DataSource,
  caseId: string,
  now: Instant,
  sight: Sight,
): Promise<Answer<readonly DutyItem[]>> =>
  atPosition(source, viewsFor(sight, ['duty-board']), async (manager) => {
    const owed = seen(filtered(duties(manager), { caseId }), sight).andWhere(`v.duty <> ''`);
    const query = withoutSiteVisits(owed, sight);
    const rows = await query.orderBy('v.dueAt').addOrderBy('v.duty').getMany();
    return rows.map((row) => itemOf(row, now, undefined));
  });

/** Open and overdue duties per office that owes them, the most overdue first. */
export const countDuties = (
  source: DataSource,
  now: Instant,
  filter: DutyFilter,
  sight: Sight,
): Promise<Answer<readonly DutyCount[]>> =>
  atPosition(source, viewsFor(sight, ['duty-board']), (manager) =>
    seenDuties(filtered(open(manager), filter), sight)
      .select('v.owner', 'owner')
      .addSelect('count(*)::integer', 'open')
      .addSelect('(count(*) FILTER (WHERE v.dueAt < :now))::integer', 'overdue')
      .setParameter('now', now)
      .groupBy('v.owner')
      .orderBy('overdue', 'DESC')
      .addOrderBy('open', 'DESC')
      .addOrderBy('v.owner')
      .getRawMany<DutyCount>(),
  );
