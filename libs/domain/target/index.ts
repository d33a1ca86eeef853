export * from './commands';
export * from './decider';
export * from './events';
export { TARGET_METRICS } from './metrics';
export { isReached } from './reached';
export type { TargetState } from './state';
