export * from './commands';
export * from './decider';
export * from './events';
export type { CaseState, CaseStatus } from './state';
