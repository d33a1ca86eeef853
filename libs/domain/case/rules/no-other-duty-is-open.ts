import type { Duty } from '@huiyin/policy';
import type { DecisionContext, Verdict } from '../../decider';

/** A case is closed when nothing else is owed on it (三不欠); the refusal names the duty and where it comes from. */
export function noOtherDutyIsOpen({ rules, duties }: DecisionContext): Verdict {
  const ruleOf = ({ policy, rule }: Duty) => rules.pack(policy).duties.find(({ id }) => id === rule);
  const open = duties().find(
    (duty) =>
      duty.kind === 'duty' &&
      (duty.status === 'open' || duty.status === 'paused') &&
      !ruleOf(duty)?.dischargedBy.some(({ event }) => event === 'CaseClosed'),
  );
  if (!open) return undefined;
  const { zh: source } = ruleOf(open)?.source ?? { zh: open.policy };
  return { code: 'duty-open', facts: { rule: open.rule, office: open.owner, dueAt: open.dueAt, source } };
}
