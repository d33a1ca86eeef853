import type { Sight } from '@huiyin/access';
import { METRIC_VIEWS, readCells, readDirectory } from '@huiyin/metrics';
import type { Instant, RuleBook, Text } from '@huiyin/policy';
import { standingsIn, type AdviceRow, type SupervisionRow } from '@huiyin/read-models';
import { atPosition } from '@huiyin/read-models/page';
import { keptFrom, seenCase } from '@huiyin/read-models/seen';
import type { DataSource, EntityManager } from 'typeorm';
import { namesWith } from '../figures';
import { askedOf, planQuestions, type Plan, type ReportFacts } from '../kinds';
import { adviceByKind, officesOf, ordersByTrigger, rulesOf, rungsReached } from '../kinds/counts';

const VIEWS = [...METRIC_VIEWS, 'standing-board', 'advice-board'];

export interface Reading {
  rules: RuleBook;
  now: Instant;
  /** What of the city whoever asks may see. */
  sight: Sight;
  /** IANA zone of the local days. */
  timeZone: string;
}

/** What a report is made of, from the read models at one position, of the cases that the viewer may see. */
export async function factsFromViews(source: DataSource, plan: Plan, reading: Reading): Promise<ReportFacts> {
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
  const { window } = askedOf(plan);
  const asked = [window.since, window.until, only ?? null];
  const read = <Row>(sql: (seen: Seen) => string): Promise<Row[]> =>
    manager.query(
      sql((column) => seenCase(sight, column, '$4::text[]')),
      [...asked, keptFrom(sight)],
    );
  const standings = await standingsIn(manager, undefined, sight);
  return {
    now,
    offices,
    cells,
    names: namesWith(await officeNames(manager)),
    ...rulesOf(
      (await read<{ pack: string }>(PACKS)).map(({ pack }) => pack),
      rules,
    ),
    orders: ordersByTrigger(await read<Pick<SupervisionRow, 'trigger' | 'repliedAt' | 'solved'>>(ORDERS)),
    advice: adviceByKind(await read<Pick<AdviceRow, 'kind' | 'answer'>>(ADVICE)),
    rungs: rungsReached(
      standings.filter(({ office }) => only === undefined || only.includes(office)),
      window,
      rules,
    ),
  };
}

async function officeNames(manager: EntityManager): Promise<ReadonlyMap<string, Text>> {
  const rows = (await manager.query(
    'SELECT id, name_zh AS zh, name_en AS en FROM views.office_directory',
  )) as ({ id: string } & Text)[];
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}

type Seen = (column: string) => string;

/** Every query is given the period, the offices that are meant and what the viewer is kept from, whether it asks or not. */
const GIVEN =
  '$1::timestamptz IS NOT NULL AND $2::timestamptz IS NOT NULL AND ($3::text[] IS NULL OR true) AND $4::text[] IS NOT NULL';

const PACKS = (seen: Seen): string =>
  `SELECT DISTINCT v.pack FROM views.case_list v WHERE ${GIVEN} AND ${seen('v.id')}`;

const ORDERS = (seen: Seen): string => `SELECT v.trigger, v.replied_at AS "repliedAt", v.solved
  FROM views.supervision_board v JOIN views.case_list c ON c.id = v.case_id AND c.status <> 'struck'
  WHERE v.ordered_at >= $1 AND v.ordered_at < $2 AND ($3::text[] IS NULL OR v.office = ANY ($3))
    AND ${GIVEN} AND ${seen('v.case_id')}`;

/** Advice that rests on a case which the viewer must not see is left out, whatever else it rests on. */
const ADVICE = (seen: Seen): string => `SELECT v.kind, v.answer FROM views.advice_board v
  WHERE v.given_at >= $1 AND v.given_at < $2 AND ($3::text[] IS NULL OR v.office = ANY ($3)) AND ${GIVEN}
    AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(v.case_ids::jsonb) AS cited (id)
      WHERE NOT ${seen('cited.id')})`;
