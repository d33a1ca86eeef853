import { contextOf, EVERY_OFFICE, standingAggregate, type Finding, type StandingState } from '@huiyin/domain';
import { refOf, type Instant, type PolicyPack, type RuleBook } from '@huiyin/policy';
import { deterministicId } from '@huiyin/kernel';
import type { Course } from './course';
import type { Reviewed } from './reviewed';

type Fault = Extract<Finding, { outcome: 'fault' }>;
/** A course that ends in a fault that counts. */
export type Faulted = Course & { reviewed: Instant; finding: Fault };

/** Of the courses that end in a review: the fault that its review really found, or else what the record alone shows. */
export function faultsByOffice(courses: readonly Course[], held: Reviewed): ReadonlyMap<string, Faulted[]> {
  const byOffice = new Map<string, Faulted[]>();
  for (const course of courses) {
    const { duty, office, reviewed } = course;
    const finding = (duty === undefined ? undefined : held.on(duty)) ?? course.finding;
    if (reviewed === undefined || finding === undefined || finding === 'disputed') continue;
    if (finding.outcome !== 'fault') continue;
    const faults = byOffice.get(office) ?? [];
    byOffice.set(office, faults);
    faults.push({ ...course, reviewed, finding });
  }
  return byOffice;
}

/** The instants at which an office would have reached a rung, had every one of these findings been confirmed at once. */
export function rungsReached(
  office: string,
  faulted: readonly Faulted[],
  pack: PolicyPack,
  rules: RuleBook,
): string[] {
  const reached: string[] = [];
  let state: StandingState = standingAggregate.initial;
  for (const { caseId, dueAt, rule, reviewed, finding } of inOrder(faulted)) {
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
const orderOf = ({ reviewed, caseId, rule }: Faulted): string => `${reviewed} ${caseId} ${rule}`;
const inOrder = (courses: readonly Faulted[]): Faulted[] =>
  [...courses].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
