export { flowByDay } from './projection';
export * from './query';
export type { FlowRow } from './table';
