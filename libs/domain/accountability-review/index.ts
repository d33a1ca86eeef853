export * from './commands';
export * from './decider';
export * from './events';
export { faultThatStands, ITSELF, keyOf, type Found } from './found';
export { proposeFinding } from './rules/propose-finding';
export type { ReviewParts } from './parts';
export { referralsThatStand, type Referral, type ReferralStatus } from './referred';
export type { ReviewState } from './state';
export { collectEvidence, holdersOf, MOVES_A_CASE, type Recorded } from './collect-evidence';
