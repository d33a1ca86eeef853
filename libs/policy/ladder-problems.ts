import type { HeightenedPeriod, Ladder, LadderRung } from './ladder';
import type { DutyRule } from './pack';
import { repeated, type Path, type Problem } from './problem';

const RANKING_days = { month: 28, quarter: 90 } as const;
const NUMBERS = ['faults', 'heightenedFaults', 'placings'] as const;
type NumberName = (typeof NUMBERS)[number];

/** Each rung asks for more than the last one below it that counts the same. */
function orderProblems(rungs: readonly LadderRung[], counts: NumberName): Problem[] {
  let below = 0;
  return rungs.flatMap((rung, index) => {
    const asked = rung[counts];
    if (asked === undefined) return [];
    const problem = {
      path: ['ladder', 'rungs', index, counts],
      message: 'must be more than the rung before',
    };
    const wrong = asked <= below;
    below = asked;
    return wrong ? [problem] : [];
  });
}

/** So many placings can count together at most. */
function placingsMax({ ranking, window }: Ladder): number {
  if (!ranking) return 0;
  return ranking.consecutive ? Infinity : Math.floor(window.amount / RANKING_days[ranking.every]) + 1;
}

function unreachable(rung: LadderRung, ladder: Ladder, path: Path): Problem[] {
  const { placings, heightenedFaults } = rung;
  if (NUMBERS.every((name) => rung[name] === undefined))
    return [{ path, message: 'unreachable: it says neither faults nor placings' }];
  const problems: Problem[] = [];
  if (heightenedFaults !== undefined && !ladder.heightened?.length)
    problems.push({
      path: [...path, 'heightenedFaults'],
      message: 'unreachable: the ladder has no heightened period',
    });
  if (placings !== undefined && !ladder.ranking)
    problems.push({ path: [...path, 'placings'], message: 'unreachable: the ladder counts no ranking' });
  else if (placings !== undefined && placings > placingsMax(ladder))
    problems.push({ path: [...path, 'placings'], message: 'unreachable: the window holds fewer rankings' });
  return problems;
}

function heightenedProblems(periods: readonly HeightenedPeriod[]): Problem[] {
  return periods.flatMap(({ from, to }, index) => {
    const path = ['ladder', 'heightened', index];
    if (to < from) return [{ path: [...path, 'to'], message: 'it ends before it begins' }];
    const other = periods.findIndex((one, at) => at < index && one.from <= to && from <= one.to);
    return other < 0 ? [] : [{ path: [...path, 'from'], message: `overlaps heightened[${other}]` }];
  });
}

const ASKED = [
  ['talk', 'TalkOrdered', 'TalkHeld'],
  ['rectification', 'RectificationOrdered', 'RectificationReported'],
  ['measures', 'MeasureOrdered', 'MeasureTaken'],
] as const;

/** What a rung asks for is owed by somebody until it is done. */
function neverOwed(rung: LadderRung, duties: readonly DutyRule[], path: Path): Problem[] {
  return ASKED.flatMap(([asked, raises, discharges]) => {
    const owed = duties.some(
      (rule) =>
        rule.raisedBy.some(({ event }) => event === raises) &&
        rule.dischargedBy.some(({ event }) => event === discharges),
    );
    return rung[asked] === undefined || owed
      ? []
      : [{ path: [...path, asked], message: `no duty is raised by ${raises} and met by ${discharges}` }];
  });
}

/** Where a ladder contradicts itself, or the pack that it is in. */
export function ladderProblems(ladder: Ladder, duties: readonly DutyRule[]): Problem[] {
  const { rungs, heightened = [], noAwardAfterTalks } = ladder;
  return [
    ...repeated(
      rungs.map(({ id }) => id),
      ['ladder', 'rungs'],
    ),
    ...NUMBERS.flatMap((counts) => orderProblems(rungs, counts)),
    ...rungs.flatMap((rung, index) => unreachable(rung, ladder, ['ladder', 'rungs', index])),
    ...rungs.flatMap((rung, index) => neverOwed(rung, duties, ['ladder', 'rungs', index])),
    ...heightenedProblems(heightened),
    ...(noAwardAfterTalks !== undefined && !rungs.some(({ talk }) => talk)
      ? [{ path: ['ladder', 'noAwardAfterTalks'], message: 'no rung asks for a talk' }]
      : []),
  ];
}
