export { supervisionBoard } from './projection';
export * from './query';
export type { SupervisionRow } from './table';
