export { reviewBoard } from './projection';
export * from './query';
export type { LinkRow, ReferralRow, RemedyRow, ReviewRow } from './table';
