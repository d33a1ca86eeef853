export * from './commands';
export * from './decider';
export * from './events';
export type { AdviceState } from './state';
