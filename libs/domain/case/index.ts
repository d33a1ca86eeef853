export * from './commands';
export * from './decider';
export * from './events';
export { commonSuperior, JOINT_CONFERENCE } from './spine/common-superior';
export type { CaseStatus } from './spine/state';
export { correctionsOf, presentIn } from './record/present';
export type { CaseState } from './state';
export { subjectOf, subjectOfCase } from './subject';
