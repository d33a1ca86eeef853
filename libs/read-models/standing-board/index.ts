export { standingBoard } from './projection';
export * from './query';
export type { StandingRow, StandingStep } from './table';
