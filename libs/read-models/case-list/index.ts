export { caseList } from './projection';
export * from './query';
export type { CaseRow } from './table';
export * from './channel-counts';
export * from './likely-duplicates';
