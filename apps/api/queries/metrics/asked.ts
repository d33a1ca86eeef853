import {
  around,
  cut,
  DIMENSIONS,
  PERIOD_UNITS,
  periodOf,
  windowOf,
  type Dimension,
  type Period,
  type PeriodUnit,
  type Slicing,
} from '@huiyin/metrics';
import { CHANNELS, LEVELS } from '@huiyin/domain';
import { inReach, localDate } from '@huiyin/kernel';
import { z } from 'zod';
import { apiProblem, ProblemError } from '../../problems/problem';
import { page } from '../route';

/** Periods that one question may be cut into: each costs a pass. */
export const PERIODS_MAX = 100;
const KEY_CHARS_MAX = 200;

const key = (meaning: string) => z.string().trim().max(KEY_CHARS_MAX).optional().describe(meaning);

/** Empty is a part of its own: what has no such value. */
const keyOf = <Value extends string>(values: readonly Value[]) => z.enum(['', ...values]).optional();

const day = z.iso.date().refine(...inReach);

const question = {
  period: z
    .string()
    .refine(
      (name) => periodOf(name) !== undefined,
      'must be like 2026, 2026-Q1, 2026-03, 2026-W10 or 2026-03-02',
    )
    .optional()
    .describe('2026, 2026-Q1, 2026-03, 2026-W10 or 2026-03-02, in local time; otherwise the present month'),
  from: day.optional().describe('first day; with `to`, instead of `period`'),
  to: day.optional().describe('last day'),
  office: key('an office with all that is rolled up into it: below it, or succeeded by it'),
  area: key('territory that the place of the issue lies in; empty: none of the directory'),
  category: key('category'),
  channel: z.enum(CHANNELS).optional(),
  level: keyOf(LEVELS).describe('level of the office; empty: an office that is not in the directory'),
  exact: z.stringbool().default(false).describe('small numbers too: for work inside, not for publication'),
};

export const figuresQuery = z.strictObject({
  ...question,
  sliceBy: z.enum([...DIMENSIONS, ...PERIOD_UNITS]).optional(),
});

export const casesQuery = z.strictObject({
  ...question,
  met: z.stringbool().optional().describe('only what counts in the numerator, or only what does not'),
  ...page,
});

type Query = z.infer<z.ZodObject<typeof question>> & { sliceBy?: Dimension | PeriodUnit | undefined };

/** What a metric is asked for. */
export interface Asked {
  slicing: Slicing;
  /** One for each window. */
  periods: readonly Period[];
  exact: boolean;
}

const isUnit = (by: Dimension | PeriodUnit | undefined): by is PeriodUnit =>
  PERIOD_UNITS.some((unit) => unit === by);

function wholeOf({ period, from, to }: Query, today: string): Period {
  if (from === undefined && to === undefined)
    return period === undefined ? around(today, 'month') : periodOf(period)!;
  if (period !== undefined || from === undefined || to === undefined || to < from) {
    throw new ProblemError(apiProblem('invalid-request', 'give `period`, or `from` and `to` in their order'));
  }
  return { name: `${from}/${to}`, from, to };
}

/** Throws ProblemError for a time that makes no sense. What has not happened yet is not asked for. */
export function asked(query: Query, now: string, zone: string): Asked {
  const { sliceBy, exact, office, area, category, channel, level } = query;
  const today = localDate(now, zone);
  const whole = wholeOf(query, today);
  const periods = isUnit(sliceBy) ? cut(whole, sliceBy, PERIODS_MAX + 1) : [whole];
  if (periods.length > PERIODS_MAX)
    throw new ProblemError(apiProblem('invalid-request', `at most ${PERIODS_MAX} periods at once`));
  // What happens this very moment is in.
  const next = new Date(Date.parse(now) + 1).toISOString();
  const until = (instant: string): string => (instant < next ? instant : next);
  const windows = periods
    .map((period) => windowOf(period, zone))
    .map((one) => ({
      since: until(one.since),
      until: until(one.until),
    }));
  return {
    slicing: {
      windows,
      by: isUnit(sliceBy) ? undefined : sliceBy,
      only: { office, area, category, channel, level },
      day: whole.to < today ? whole.to : today,
    },
    periods,
    exact,
  };
}
