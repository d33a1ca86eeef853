import type { Sight } from '@huiyin/access';
import { localDate, type LocalDate } from '@huiyin/kernel';
import type { Instant } from '@huiyin/policy';
import type { DataSource } from 'typeorm';
import { seenDuty } from '../duty-board/seen';
import { counted as broughtIn } from '../flow-by-day/projection';
import { withoutHidden, type HiddenEvent, type Reaching } from '../hidden';
import { atPosition, type Answer } from '../page';
import { keptFrom, seenCase, viewsFor } from '../seen';

/** What "due soon" means here and on the page. */
export const SOON_hours = 168;

/** The city in one glance: about matters and offices, never about people. */
export interface Overview {
  openCases: number;
  /** Since the first of the month, by the clock of `zone`. */
  receivedThisMonth: number;
  closedThisMonth: number;
  /** Open duties due within SOON_hours. */
  dueSoon: number;
  overdue: number;
  supervisionsOpen: number;
  reviewsOpen: number;
}

const TOTALS = `SELECT coalesce(sum(inflow + reopened - closed), 0)::integer AS "openCases",
    coalesce(sum(inflow) FILTER (WHERE day >= $1::date), 0)::integer AS "receivedThisMonth",
    coalesce(sum(closed) FILTER (WHERE day >= $1::date), 0)::integer AS "closedThisMonth"
  FROM views.flow_by_day`;

type Totals = Pick<Overview, 'openCases' | 'receivedThisMonth' | 'closedThisMonth'>;

/** From the daily sums, so that it stays cheap however many cases there were. */
const totals = (source: DataSource, month: LocalDate): Promise<Answer<Totals>> =>
  atPosition(source, ['flow-by-day'], async (manager) => {
    const [row] = (await manager.query(TOTALS, [month])) as Totals[];
    return row!;
  });

const totalsWithout =
  (month: LocalDate) =>
  (sums: Totals, hidden: readonly HiddenEvent[]): Totals => {
    const rest = { ...sums };
    for (const { event, day: happened } of hidden) {
      const { day = happened, inflow = 0, closed = 0, reopened = 0 } = broughtIn(event, happened) ?? {};
      rest.openCases -= inflow + reopened - closed;
      if (day < month) continue;
      rest.receivedThisMonth -= inflow;
      rest.closedThisMonth -= closed;
    }
    return rest;
  };

/** From the indexes of what is open. */
const openOf = (seen: string, seenDuties: string): string => `WITH duty AS (
    SELECT count(*) FILTER (WHERE due_at < $1) AS overdue,
      count(*) FILTER (WHERE due_at >= $1 AND due_at <= $1::timestamptz + make_interval(hours => $2::integer)) AS soon
    FROM views.duty_board v WHERE status = 'open' AND kind = 'duty' AND ${seenDuties}
  )
  SELECT duty.soon::integer AS "dueSoon", duty.overdue::integer AS overdue,
    (SELECT count(*)::integer FROM views.supervision_board v WHERE status <> 'closed' AND ${seen}) AS "supervisionsOpen",
    (SELECT count(*)::integer FROM views.review_board v WHERE status <> 'closed' AND ${seen}) AS "reviewsOpen"
  FROM duty WHERE $3::text[] IS NOT NULL`;

type Open = Omit<Overview, keyof Totals>;

const open = (source: DataSource, now: Instant, sight: Sight): Promise<Answer<Open>> =>
  atPosition(
    source,
    viewsFor(sight, ['duty-board', 'supervision-board', 'review-board']),
    async (manager) => {
      const kept = '$3::text[]';
      const sql = openOf(seenCase(sight, 'v.case_id', kept), seenDuty(sight, kept));
      const [row] = (await manager.query(sql, [now, SOON_hours, keptFrom(sight)])) as Open[];
      return row!;
    },
  );

/** Throws SumsBehind. */
export async function overview(
  source: DataSource,
  now: Instant,
  sight: Sight,
  reaching: Reaching,
  zone: string,
): Promise<Answer<Overview>> {
  const month = `${localDate(now, zone).slice(0, 7)}-01` as LocalDate;
  const sums = await totals(source, month);
  const [flow, owed] = await Promise.all([
    withoutHidden(source, sums, sight, reaching, totalsWithout(month)),
    open(source, now, sight),
  ]);
  return {
    position: Math.min(flow.position, owed.position),
    result: { ...flow.result, ...owed.result },
  };
}
