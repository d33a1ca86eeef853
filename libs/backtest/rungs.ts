import { contextOf, EVERY_OFFICE, standingAggregate, type StandingState } from '@huiyin/domain';
import { refOf, type PolicyPack, type RuleBook } from '@huiyin/policy';
import { deterministicId } from '@huiyin/kernel';
import type { Course } from './course';

/** The instants at which an office would have reached a rung, had every one of these findings been confirmed at once. */
export function rungsReached(
  office: string,
  faulted: readonly Course[],
  pack: PolicyPack,
  rules: RuleBook,
): string[] {
  const reached: string[] = [];
  let state: StandingState = standingAggregate.initial;
  for (const { caseId, dueAt, rule, reviewed, finding } of inOrder(faulted)) {
    if (finding?.outcome !== 'fault' || reviewed === undefined) continue;
    const { kind, gravity } = finding;
    const reviewId = deterministicId('backtest', caseId, rule, dueAt);
    const data = { pack: refOf(pack), reviewId, caseId, kind, gravity };
    const issued = { id: office, now: reviewed, occurredAt: reviewed, actor: 'system:backtest' };
    const decided = standingAggregate.decide(
      { type: 'CountFault', data, ...issued },
      state,
      contextOf([], rules, EVERY_OFFICE),
    );
    for (const event of decided.ok ? decided.events : []) {
      state = standingAggregate.evolve(state, event);
      if (event.type === 'RungReached') reached.push(reviewed);
    }
  }
  return reached;
}

/** Of reviews at one instant, by case and rule: the order in which streams are read changes nothing. */
const orderOf = ({ reviewed = '', caseId, rule }: Course): string => `${reviewed} ${caseId} ${rule}`;
const inOrder = (courses: readonly Course[]): Course[] =>
  [...courses].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
