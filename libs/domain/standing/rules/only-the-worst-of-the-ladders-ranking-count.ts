import type { Ladder } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** A placing counts where the ladder counts such rankings, and only among the worst. */
export function onlyTheWorstOfTheLaddersRankingCount(ladder: Ladder, period: string, place: number): Verdict {
  const { ranking } = ladder;
  const every = period.includes('Q') ? 'quarter' : 'month';
  return ranking?.every === every && place <= ranking.worst
    ? undefined
    : { code: 'placing-not-counted', facts: { ladder: ladder.id, period, place } };
}
