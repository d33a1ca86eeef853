import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** The office found on disputes in the period of the pack; a pack that sets none leaves it open. */
export function aFindingIsDisputedWithinItsPeriod(
  office: string,
  link: string | undefined,
  duties: readonly Duty[],
  now: Instant,
): Verdict {
  const right = duties.find(
    ({ rule, owner, instance }) => rule === 'dispute-finding' && owner === office && instance === link,
  );
  return right && right.dueAt < now ? { code: 'dispute-too-late', facts: { until: right.dueAt } } : undefined;
}
