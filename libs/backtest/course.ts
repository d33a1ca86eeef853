import { holdersOf, proposeFinding, type Finding } from '@huiyin/domain';
import { stepsReached, type Duty, type EscalationAction, type Instant } from '@huiyin/policy';
import type { Move } from './running-case';

/** What became of one duty: when each step was reached, and what the record alone shows where a review opens. */
export interface Course {
  /** Id of the duty; the same under every pack. Absent of what was, where the log names none. */
  duty?: string;
  caseId: string;
  rule: string;
  office: string;
  dueAt: Instant;
  breached?: Instant;
  supervised?: Instant;
  reviewed?: Instant;
  finding?: Finding;
}

const firstOf = (steps: readonly { do: EscalationAction; at: Instant }[], what: EscalationAction) =>
  steps.find((step) => step.do === what)?.at;

/** The course that a duty takes by the rules alone until an instant. */
export function courseOf(caseId: string, duty: Duty, moves: readonly Move[], until: Instant): Course {
  const { rule, owner: office, dueAt } = duty;
  const course: Course = { duty: duty.id, caseId, rule, office, dueAt };
  if (duty.kind !== 'duty') return course;
  const steps = stepsReached(duty, until);
  const breached = firstOf(steps, 'breach');
  if (breached === undefined) return course;
  const supervised = firstOf(steps, 'supervise');
  const reviewed = firstOf(steps, 'review');
  return {
    ...course,
    breached,
    ...(supervised !== undefined && { supervised }),
    ...(reviewed !== undefined && { reviewed, finding: findingAt(duty, moves, reviewed) }),
  };
}

/** As a review that opens then would find it: what the office did later is not known yet. */
function findingAt(
  { id, rule, owner, startedAt, dueAt }: Duty,
  moves: readonly Move[],
  at: Instant,
): Finding {
  const evidence = {
    timeline: [],
    holders: holdersOf(moves.filter(({ occurredAt }) => occurredAt <= at)),
    duty: { id, rule, owner, startedAt, dueAt },
    explanation: { zh: '', en: '' },
  };
  return proposeFinding(evidence, at);
}
