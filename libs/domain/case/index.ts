export * from './commands';
export * from './decider';
export * from './events';
export type { CaseStatus } from './spine/state';
export type { CaseState } from './state';
