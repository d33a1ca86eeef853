export { targetBoard } from './projection';
export * from './query';
export type { TargetResult, TargetRow } from './table';
