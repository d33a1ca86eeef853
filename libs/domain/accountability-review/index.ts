export * from './commands';
export * from './decider';
export * from './events';
export { proposeFinding } from './propose-finding';
export type { ReviewState } from './state';
