export { reviewBoard } from './projection';
export * from './query';
export type { LinkRow, RemedyRow, ReviewRow } from './table';
