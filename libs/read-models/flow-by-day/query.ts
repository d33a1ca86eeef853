import type { Sight } from '@huiyin/access';
import type { LocalDate } from '@huiyin/kernel';
import type { DataSource } from 'typeorm';
import { atPosition, type Answer } from '../page';
import { withoutHidden, type HiddenEvent, type Reaching } from '../hidden';
import { counted, flowByDay, type DayCount } from './projection';
import type { FlowRow } from './table';

export const FLOW_MAX_days = 3_660;

type Writable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

export interface FlowDay extends Writable<FlowRow> {
  /** Cases open at the end of the day. */
  backlog: number;
}

const FLOW = `SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(f.inflow, 0) AS inflow, coalesce(f.closed, 0) AS closed,
    coalesce(f.reopened, 0) AS reopened, coalesce(f.persons, 0) AS persons,
    ((SELECT coalesce(sum(b.inflow + b.reopened - b.closed), 0) FROM views.flow_by_day b WHERE b.day < $1::date)
      + sum(coalesce(f.inflow + f.reopened - f.closed, 0)) OVER (ORDER BY d))::integer AS backlog
  FROM generate_series($1::date, least($2::date, $1::date + $3::integer), interval '1 day') d
  LEFT JOIN views.flow_by_day f ON f.day = d::date ORDER BY d`;

/** How many cases came and went on the days until one, that one included. */
const stock = (hidden: readonly DayCount[], until: string): number =>
  hidden
    .filter(({ day }) => day <= until)
    .reduce((open, { inflow = 0, closed = 0, reopened = 0 }) => open + inflow + reopened - closed, 0);

/** The same days without what those events brought in. */
function flowWithout(days: readonly FlowDay[], hidden: readonly HiddenEvent[]): readonly FlowDay[] {
  const counts = hidden.flatMap(({ event, day }) => counted(event, day) ?? []);
  return days.map((row) => {
    const sum = { ...row, backlog: row.backlog - stock(counts, row.day) };
    for (const { day, inflow = 0, closed = 0, reopened = 0, persons = 0 } of counts) {
      if (day !== row.day) continue;
      sum.inflow -= inflow;
      sum.closed -= closed;
      sum.reopened -= reopened;
      sum.persons -= persons;
    }
    return sum;
  });
}

interface Days {
  from: LocalDate;
  to: LocalDate;
}

/** Every day from `from` to `to`, both included, also those on which nothing happened. Throws SumsBehind. */
export const flow = async (
  source: DataSource,
  days: Days,
  sight: Sight,
  reaching: Reaching,
): Promise<Answer<readonly FlowDay[]>> =>
  withoutHidden(source, await wholeFlow(source, days), sight, reaching, flowWithout);

const wholeFlow = (source: DataSource, { from, to }: Days): Promise<Answer<readonly FlowDay[]>> =>
  atPosition(
    source,
    [flowByDay.name],
    (manager) => manager.query(FLOW, [from, to, FLOW_MAX_days - 1]) as Promise<FlowDay[]>,
  );
