import { METRIC_VIEWS, lineUp, readCells, readDirectory, type Directory } from '@huiyin/metrics';
import type { Sight } from '@huiyin/access';
import type { Instant, RuleBook, Text } from '@huiyin/policy';
import { refOf } from '@huiyin/policy';
import { atPosition } from '@huiyin/read-models/page';
import { keptFrom, seenCase } from '@huiyin/read-models/seen';
import { standingsIn, type StandingRow } from '@huiyin/read-models';
import type { DataSource, EntityManager } from 'typeorm';
import { namesWith } from '../figures';
import { askedOf, planQuestions, type Plan } from '../kinds';
import type { OrdersOfTrigger, ReportFacts, RungReached } from '../kinds/facts';

const VIEWS = [...METRIC_VIEWS, 'standing-board'];

export interface Reading {
  rules: RuleBook;
  now: Instant;
  /** What of the city whoever asks may see. */
  sight: Sight;
}

/** What a report is made of, from the read models at one position, of the cases that the viewer may see. */
export async function readFacts(source: DataSource, plan: Plan, reading: Reading): Promise<ReportFacts> {
  const { position, result } = await atPosition(source, VIEWS, (manager) => factsIn(manager, plan, reading));
  return { position, ...result };
}

async function factsIn(
  manager: EntityManager,
  plan: Plan,
  { rules, now, sight }: Reading,
): Promise<Omit<ReportFacts, 'position'>> {
  const offices = await readDirectory(manager);
  const cells: ReportFacts['cells'][number][] = [];
  // One connection, one snapshot: its questions are asked one after the other.
  for (const { metric, slicing } of planQuestions(plan))
    cells.push(await readCells(manager, metric, slicing, offices, sight));
  const only = officesOf(plan, offices);
  return {
    now,
    offices,
    cells,
    names: namesWith(await officeNames(manager)),
    ...(await rulesUsed(manager, rules, sight)),
    orders: await ordersByTrigger(manager, plan, only, sight),
    advice: [],
    rungs: rungsReached(await standingsIn(manager, undefined, sight), plan, only, rules),
  };
}

/** The office of the report and those below it; undefined: all. */
function officesOf({ request: { office }, period }: Plan, offices: Directory): readonly string[] | undefined {
  if (office === undefined) return undefined;
  return [...offices.keys()].filter((one) => lineUp(one, offices, period.to).includes(office));
}

async function officeNames(manager: EntityManager): Promise<ReadonlyMap<string, Text>> {
  const rows = (await manager.query(
    'SELECT id, name_zh AS zh, name_en AS en FROM views.office_directory',
  )) as ({ id: string } & Text)[];
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}

const PACKS = (seen: string): string =>
  `SELECT DISTINCT v.pack FROM views.case_list v WHERE $1::text[] IS NOT NULL AND ${seen} ORDER BY v.pack`;

/** The packs of the cases, and the calendars that those count by. */
async function rulesUsed(
  manager: EntityManager,
  rules: RuleBook,
  sight: Sight,
): Promise<Pick<ReportFacts, 'policies' | 'calendars'>> {
  const rows = (await manager.query(PACKS(seenCase(sight, 'v.id', '$1::text[]')), [keptFrom(sight)])) as {
    pack: string;
  }[];
  const policies = rows.map(({ pack }) => pack);
  const calendars = policies.map((pack) => refOf(rules.calendar(rules.pack(pack).calendar)));
  return { policies, calendars: [...new Set(calendars)].sort() };
}

const ORDERS = (seen: string): string => `SELECT v.trigger, count(*)::integer AS given,
    (count(*) FILTER (WHERE v.replied_at IS NOT NULL))::integer AS replied,
    (count(*) FILTER (WHERE v.solved))::integer AS solved
  FROM views.supervision_board v JOIN views.case_list c ON c.id = v.case_id AND c.status <> 'struck'
  WHERE v.ordered_at >= $1 AND v.ordered_at < $2 AND ($3::text[] IS NULL OR v.office = ANY ($3))
    AND $4::text[] IS NOT NULL AND ${seen}
  GROUP BY v.trigger ORDER BY v.trigger`;

function ordersByTrigger(
  manager: EntityManager,
  plan: Plan,
  only: readonly string[] | undefined,
  sight: Sight,
): Promise<OrdersOfTrigger[]> {
  const { since, until } = askedOf(plan).window;
  const sql = ORDERS(seenCase(sight, 'v.case_id', '$4::text[]'));
  return manager.query(sql, [since, until, only ?? null, keptFrom(sight)]) as Promise<OrdersOfTrigger[]>;
}

function rungsReached(
  standings: readonly StandingRow[],
  plan: Plan,
  only: readonly string[] | undefined,
  rules: RuleBook,
): readonly RungReached[] {
  const { since, until } = askedOf(plan).window;
  return standings
    .filter(({ office }) => only === undefined || only.includes(office))
    .flatMap(({ office, pack, history }) =>
      history.flatMap((step) =>
        step.step === 'rung-reached' && step.at >= since && step.at < until
          ? [{ office, rung: rungName(step.rung, pack, rules), at: step.at, faults: step.faults }]
          : [],
      ),
    )
    .sort((a, b) => (a.at === b.at ? (a.office < b.office ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** A pack that came later may call its rungs otherwise: then the rung is called by its id. */
const rungName = (rung: string, pack: string | null, rules: RuleBook): Text =>
  (pack === null ? undefined : rules.pack(pack).ladder.rungs.find(({ id }) => id === rung)?.name) ?? {
    zh: rung,
    en: rung,
  };
