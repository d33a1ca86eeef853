export { officeScorecard } from './projection';
export * from './query';
export type { ScorecardRow } from './table';
