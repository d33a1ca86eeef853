import {
  findMetric,
  keptFromSome,
  METRIC_VIEWS,
  onePosition,
  readCells,
  readDirectory,
} from '@huiyin/metrics';
import type { RuleBook } from '@huiyin/policy';
import { atPosition } from '@huiyin/read-models/page';
import type { DataSource, EntityManager } from 'typeorm';
import type { Asked } from './asked';
import type { Source } from './make';
import { cutKey, type Cut, type Figures, type Office, type Owed } from './material';
import { owedOf, type Rows } from './owed';
import { windowsOf } from './windows';

/** Gives `use` the read models at one position of the log. Rejects with ViewsApart. */
export const withViews = async <Result>(
  views: DataSource,
  rules: RuleBook,
  use: (source: Source) => Promise<Result>,
): Promise<Result> => {
  const { result } = await atPosition(views, METRIC_VIEWS, async (manager) => {
    let owed: Promise<Owed> | undefined;
    return use({
      position: await onePosition(manager),
      rules,
      owed: () => (owed ??= readOwed(manager)),
      figures: (asked, cuts) => readFigures(manager, asked, cuts),
    });
  });
  return result;
};

const OFFICES = `SELECT id, name_zh AS "nameZh", name_en AS "nameEn", superior, successor
  FROM views.office_directory ORDER BY id COLLATE "C"`;
const DUTIES = `SELECT case_id AS "caseId", kind, status, body FROM views.duty_board
  WHERE status = 'open' AND kind = 'duty' AND case_id IS NOT NULL`;
const ORDERS = `SELECT id, status, case_id AS "caseId", office, by, ordered_at AS "orderedAt"
  FROM views.supervision_board WHERE status <> 'closed'`;
const REVIEWS = `SELECT id, status, case_id AS "caseId", office, by, opened_at AS "openedAt"
  FROM views.review_board WHERE status <> 'closed'`;
const CASES = `SELECT id, title, status, kept_from AS "keptFrom" FROM views.case_list WHERE id = ANY ($1)`;

async function readOwed(manager: EntityManager): Promise<Owed> {
  const duties = (await manager.query(DUTIES)) as Rows['duties'];
  const orders = (await manager.query(ORDERS)) as Rows['orders'];
  const reviews = (await manager.query(REVIEWS)) as Rows['reviews'];
  const offices = (await manager.query(OFFICES)) as Rows['offices'];
  const ids = new Set([...duties, ...orders, ...reviews].map(({ caseId }) => caseId));
  const cases = (await manager.query(CASES, [[...ids]])) as Rows['cases'];
  return owedOf({ duties, cases, orders, reviews, offices });
}

async function readFigures(manager: EntityManager, asked: Asked, cuts: readonly Cut[]): Promise<Figures> {
  const keptFrom = await keptFromSome(manager);
  const directory = await readDirectory(manager);
  const offices = owedOf({
    duties: [],
    cases: [],
    orders: [],
    reviews: [],
    offices: (await manager.query(OFFICES)) as Rows['offices'],
  }).offices as readonly Office[];
  const slicing = { windows: windowsOf(asked), day: asked.period.to };
  const cells = new Map<string, Awaited<ReturnType<typeof readCells>>>();
  for (const cut of cuts) {
    const within = cut.by === 'office' ? new Map() : directory;
    const sight = { of: 'all-but', keptFrom } as const;
    const found = await readCells(
      manager,
      findMetric(cut.metric)!,
      { ...slicing, by: cut.by },
      within,
      sight,
    );
    cells.set(cutKey(cut), found);
  }
  return { offices, cells };
}
