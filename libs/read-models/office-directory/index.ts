export { officeDirectory } from './projection';
export * from './query';
export type { Leader, OfficeRow } from './table';
