export * from './commands';
export * from './decider';
export * from './events';
export { EXAMPLE_MEASURED } from './examples';
export { TARGET_METRICS } from './metrics';
export { isReached } from './reached';
export type { TargetState } from './state';
