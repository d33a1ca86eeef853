import { lineUp, type Directory, type Window } from '@huiyin/metrics';
import { refOf, type RuleBook, type Text } from '@huiyin/policy';
import type { AdviceRow, StandingRow, SupervisionRow } from '@huiyin/read-models';
import type { AdviceOfKind, OrdersOfTrigger, ReportFacts, RungReached } from './facts';
import type { Plan } from './plan';

/* What a report counts beside the metrics, from rows that whoever asked may see. */

export const isIn = (at: string, { since, until }: Window): boolean => at >= since && at < until;

/** The office of the report and those below it; undefined: all. */
export function officesOf(
  { request: { office }, period }: Plan,
  offices: Directory,
): readonly string[] | undefined {
  if (office === undefined) return undefined;
  return [...offices.keys()].filter((one) => lineUp(one, offices, period.to).includes(office));
}

export const ordersByTrigger = (
  rows: readonly Pick<SupervisionRow, 'trigger' | 'repliedAt' | 'solved'>[],
): readonly OrdersOfTrigger[] =>
  byName(rows, ({ trigger }) => trigger).map(([trigger, orders]) => ({
    trigger,
    given: orders.length,
    replied: orders.filter(({ repliedAt }) => repliedAt !== null).length,
    solved: orders.filter(({ solved }) => solved).length,
  }));

export const adviceByKind = (rows: readonly Pick<AdviceRow, 'kind' | 'answer'>[]): readonly AdviceOfKind[] =>
  byName(rows, ({ kind }) => kind).map(([kind, advice]) => {
    const answered = (answer: string): number => advice.filter((row) => row.answer === answer).length;
    return {
      kind,
      given: advice.length,
      adopted: answered('adopted'),
      partly: answered('partly'),
      refused: answered('refused'),
    };
  });

export const rungsReached = (
  standings: readonly Pick<StandingRow, 'office' | 'pack' | 'history'>[],
  window: Window,
  rules: RuleBook,
): readonly RungReached[] =>
  standings
    .flatMap(({ office, pack, history }) =>
      history.flatMap((step, index) =>
        step.step === 'rung-reached' &&
        isIn(step.at, window) &&
        !isWithdrawn(step.rung, history.slice(index + 1))
          ? [{ office, rung: rungName(step.rung, pack, rules), at: step.at, faults: step.faults }]
          : [],
      ),
    )
    .sort((a, b) => order(a.at, b.at) || order(a.office, b.office));

/** The faults that led there were set aside: then it was never reached. */
function isWithdrawn(rung: string, later: StandingRow['history']): boolean {
  const next = later.find((step) => 'rung' in step && step.rung === rung);
  return next?.step === 'rung-withdrawn';
}

/** A pack that came later may call its rungs otherwise: then the rung is called by its id. */
const rungName = (rung: string, pack: string | null, rules: RuleBook): Text =>
  (pack === null ? undefined : rules.pack(pack).ladder.rungs.find(({ id }) => id === rung)?.name) ?? {
    zh: rung,
    en: rung,
  };

/** The packs of the cases, and the calendars that those count by. */
export function rulesOf(
  packs: readonly string[],
  rules: RuleBook,
): Pick<ReportFacts, 'policies' | 'calendars'> {
  const policies = [...new Set(packs)].sort();
  const calendars = policies.map((pack) => refOf(rules.calendar(rules.pack(pack).calendar)));
  return { policies, calendars: [...new Set(calendars)].sort() };
}

const byName = <Row>(rows: readonly Row[], name: (row: Row) => string): [string, Row[]][] =>
  [...Map.groupBy(rows, name)].sort(([a], [b]) => order(a, b));

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
