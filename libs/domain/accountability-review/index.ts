export * from './commands';
export * from './decider';
export * from './events';
export { proposeFinding } from './rules/propose-finding';
export type { ReviewState } from './state';
export { collectEvidence, holdersOf, MOVES_A_CASE, type Recorded } from './collect-evidence';
