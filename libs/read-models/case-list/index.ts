export { caseList } from './projection';
export * from './query';
export type { CaseRow } from './table';
