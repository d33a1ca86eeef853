import type { Instant } from '@huiyin/policy';
import type { DataSource } from 'typeorm';
import { ZONE_DEFAULT } from '../engine/rules';
import { atPosition, type Answer } from '../page';

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

const VIEWS = ['flow-by-day', 'duty-board', 'supervision-board', 'review-board'];

/** Counted from the daily sums and the indexes of what is open, so that it stays cheap however many cases there were. */
const OVERVIEW = `WITH flow AS (
    SELECT sum(inflow + reopened - closed) AS open, sum(inflow) FILTER (WHERE this_month) AS received,
      sum(closed) FILTER (WHERE this_month) AS closed
    FROM (SELECT *, day >= date_trunc('month', $1::timestamptz AT TIME ZONE $3::text)::date AS this_month
      FROM views.flow_by_day) f
  ), duty AS (
    SELECT count(*) FILTER (WHERE due_at < $1) AS overdue,
      count(*) FILTER (WHERE due_at >= $1 AND due_at <= $1::timestamptz + make_interval(hours => $2::integer)) AS soon
    FROM views.duty_board WHERE status = 'open' AND kind = 'duty'
  )
  SELECT coalesce(flow.open, 0)::integer AS "openCases", coalesce(flow.received, 0)::integer AS "receivedThisMonth",
    coalesce(flow.closed, 0)::integer AS "closedThisMonth", duty.soon::integer AS "dueSoon",
    duty.overdue::integer AS overdue,
    (SELECT count(*)::integer FROM views.supervision_board WHERE status <> 'closed') AS "supervisionsOpen",
    (SELECT count(*)::integer FROM views.review_board WHERE status <> 'closed') AS "reviewsOpen"
  FROM flow, duty`;

export const overview = (
  source: DataSource,
  now: Instant,
  zone: string = ZONE_DEFAULT,
): Promise<Answer<Overview>> =>
  atPosition(source, VIEWS, async (manager) => {
    const [row] = (await manager.query(OVERVIEW, [now, SOON_hours, zone])) as Overview[];
    return row!;
  });
