import type { Instant } from '@huiyin/policy';
import type { DecisionContext, Verdict } from '../../../decider';

/** What is extended is a period that the pack lets be extended, and that has not run out (Art. 34). */
export function anExtensionLengthensARunningPeriod({ rules, duties }: DecisionContext, at: Instant): Verdict {
  const running = duties().some(
    ({ rule, policy, status, dueAt }) =>
      status === 'open' &&
      at <= dueAt &&
      rules.pack(policy).duties.some(({ id, extendedBy }) => id === rule && extendedBy !== undefined),
  );
  return running ? undefined : { code: 'nothing-to-extend' };
}
