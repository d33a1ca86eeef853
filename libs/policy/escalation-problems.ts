import type { DutyRule, EscalationAction } from './pack';
import type { Problem } from './problem';

/** What each step leaves in the log: a duty that it raises escalates in its turn. */
const RECORDED: Readonly<Record<EscalationAction, string>> = {
  remind: 'OfficeReminded',
  breach: 'DutyBreached',
  supervise: 'SupervisionOrdered',
  review: 'ReviewOpened',
  'propose-finding': 'FindingProposed',
};

/** The rules that a step of this rule raises. */
function raisedByStep(duties: readonly DutyRule[], rule: DutyRule, step: EscalationAction): DutyRule[] {
  return duties.filter(({ raisedBy }) =>
    raisedBy.some(({ event, where }) => event === RECORDED[step] && (where?.['rule'] ?? rule.id) === rule.id),
  );
}

/** Whether escalating a duty leads, however indirectly, to the same duty again. */
function leadsBack(duties: readonly DutyRule[], from: DutyRule, step: EscalationAction): boolean {
  const seen = new Set<DutyRule>();
  const next = raisedByStep(duties, from, step);
  for (let rule = next.pop(); rule; rule = next.pop()) {
    if (rule === from) return true;
    if (seen.has(rule)) continue;
    seen.add(rule);
    for (const { do: further } of rule.escalation) next.push(...raisedByStep(duties, rule, further));
  }
  return false;
}

const LEFT_BY_A_STEP = new Set(Object.values(RECORDED));

/** Steps that would go round in a circle for ever. */
export function escalationProblems(duties: readonly DutyRule[]): Problem[] {
  // Most rules are raised by no step of another one, so lie on no circle.
  const raisedByAny = duties.filter(({ raisedBy }) =>
    raisedBy.some(({ event }) => LEFT_BY_A_STEP.has(event)),
  );
  return duties.flatMap((rule, index) =>
    rule.escalation.flatMap((step, at) =>
      leadsBack(raisedByAny, rule, step.do)
        ? [
            {
              path: ['duties', index, 'escalation', at, 'do'],
              message: `${step.do} leads back to the same duty`,
            },
          ]
        : [],
    ),
  );
}
