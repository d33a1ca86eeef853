import type { LocalDate } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { flowByDay } from './projection';
import type { FlowRow } from './table';

export const FLOW_MAX_days = 3_660;

export interface FlowDay extends FlowRow {
  /** Cases open at the end of the day. */
  backlog: number;
}

const FLOW = `SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(f.inflow, 0) AS inflow, coalesce(f.closed, 0) AS closed,
    coalesce(f.reopened, 0) AS reopened, coalesce(f.persons, 0) AS persons,
    ((SELECT coalesce(sum(b.inflow + b.reopened - b.closed), 0) FROM views.flow_by_day b WHERE b.day < $1::date)
      + sum(coalesce(f.inflow + f.reopened - f.closed, 0)) OVER (ORDER BY d))::integer AS backlog
  FROM generate_series($1::date, least($2::date, $1::date + $3::integer), interval '1 day') d
  LEFT JOIN views.flow_by_day f ON f.day = d::date ORDER BY d`;

/** Every day from `from` to `to`, both included, also those on which nothing happened. */
export const flow = (
  source: DataSource,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Answer<readonly FlowDay[]>> =>
  atPosition(
    source,
    [flowByDay.name],
    (manager) => manager.query(FLOW, [from, to, FLOW_MAX_days - 1]) as Promise<FlowDay[]>,
  );
