import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** Nothing is found before the office has stated its side, or has let the period for it pass. */
export function aFindingWaitsForTheOfficesSide(
  stated: boolean,
  duties: readonly Duty[],
  now: Instant,
): Verdict {
  const owed = duties.find(({ rule, status }) => rule === 'state-side' && status === 'open');
  return stated || !owed || owed.dueAt <= now
    ? undefined
    : { code: 'finding-without-statement', facts: { statementDueAt: owed.dueAt } };
}
