import { windowOf } from '@huiyin/metrics';
import { localDate, unreachable, type LocalDate } from '@huiyin/kernel';
import type { Instant, Text } from '@huiyin/policy';
import type { ReportDocument, Scope, Section } from '../document';
import { questionsOf, sectionOf, type Asked, type FigureTable, type Question } from '../figures';
import { adviceSection } from './advice-section';
import type { ReportFacts } from './facts';
import { ReportRefused, reportId, type ReportRequest } from './request';
import { rungsSection } from './rungs-section';
import { triggersSection } from './triggers-section';

/** What a report consists of, as data, in its order. */
export type Part = FigureTable | { shape: 'supervision-triggers' } | { shape: 'advice' } | { shape: 'rungs' };

export interface Plan {
  request: ReportRequest;
  title: Text;
  period: ReportDocument['period'];
  /** Of the same length, for comparison. */
  before: { from: LocalDate; to: LocalDate };
  notes: readonly Text[];
  parts: readonly Part[];
}

export const askedOf = ({ request, period, before }: Plan): Asked => ({
  window: windowOf(period, period.timeZone),
  before: windowOf(before, period.timeZone),
  day: period.to,
  office: request.office,
});

export const planQuestions = (plan: Plan): readonly Question[] =>
  plan.parts.flatMap((part) => ('metrics' in part ? questionsOf(part, askedOf(plan)) : []));

/** Pure: the same facts make the same bytes. Throws ReportRefused. */
export function reportOf(plan: Plan, facts: ReportFacts): ReportDocument {
  const { request, title, period } = plan;
  const { position, now, policies, calendars } = facts;
  refuseToCome(plan, now);
  const scope = scopeOf(request, facts);
  if (isEmpty(facts)) throw new ReportRefused('no-data', `nothing is recorded up to ${period.to}`);
  const over = windowOf(period, period.timeZone).until;
  return {
    format: 1,
    id: reportId(request),
    kind: request.kind,
    title,
    period,
    scope,
    computedAt: { position, instant: now < over ? now : over },
    policies,
    calendars,
    notes: [...plan.notes, ...(now < over ? [UNFINISHED] : [])],
    sections: sectionsOf(plan, facts),
  };
}

/** Throws ReportRefused for a period that has not begun. */
export function refuseToCome({ period: { from, timeZone } }: Plan, now: Instant): void {
  if (from > localDate(now, timeZone)) throw new ReportRefused('period-to-come', `${from} is still to come`);
}

const UNFINISHED: Text = {
  zh: '期间尚未结束，数字为截至判定时刻的数字。',
  en: 'The period is not over: the figures are those up to the instant named above.',
};

const isEmpty = ({ cells, orders, advice, rungs }: ReportFacts): boolean =>
  cells.every((column) => column.every(({ items }) => items === 0)) &&
  [orders, advice, rungs].every((rows) => rows.length === 0);

function scopeOf({ office }: ReportRequest, { offices, names }: ReportFacts): Scope {
  if (office === undefined) return { of: 'city' };
  if (!offices.has(office)) throw new ReportRefused('unknown-office', `there is no office ${office}`);
  return { of: 'office', office, name: names.of('office', office) };
}

function sectionsOf(plan: Plan, facts: ReportFacts): readonly Section[] {
  const { offices, names } = facts;
  let next = 0;
  return plan.parts.map((part) => {
    switch (part.shape) {
      case 'key-figures':
      case 'parts': {
        const questions = questionsOf(part, askedOf(plan));
        const cells = facts.cells.slice(next, next + questions.length);
        next += questions.length;
        return sectionOf(part, { questions, cells, offices, names, periods: [plan.period, plan.before] });
      }
      case 'supervision-triggers':
        return triggersSection(facts);
      case 'advice':
        return adviceSection(facts);
      case 'rungs':
        return rungsSection(facts);
      default:
        return unreachable(part);
    }
  });
}
