export { adviceBoard } from './projection';
export * from './query';
export type { AdviceRow } from './table';
