import type { Duty, Instant } from '@huiyin/policy';
import type { Verdict } from '../../decider';

/** An office whose link is under review is heard, or has let its period pass, before it is found on. */
export function aLinkStatesItsSideFirst(
  link: string,
  stated: readonly string[],
  duties: readonly Duty[],
  now: Instant,
): Verdict {
  const owed = duties.find(
    ({ rule, instance, status }) => rule === 'state-link-side' && instance === link && status === 'open',
  );
  return stated.includes(link) || !owed || owed.dueAt <= now
    ? undefined
    : { code: 'finding-without-statement', facts: { statementDueAt: owed.dueAt, link } };
}
