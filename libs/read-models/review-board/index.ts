export { reviewBoard } from './projection';
export * from './query';
export type { ReviewRow } from './table';
