export * from './commands';
export * from './decider';
export * from './events';
export { faultThatStands, type Found } from './found';
export { proposeFinding } from './rules/propose-finding';
export { ITSELF, keyOf, type ReviewParts } from './parts';
export type { ReviewState } from './state';
export { collectEvidence, holdersOf, MOVES_A_CASE, type Recorded } from './collect-evidence';
