export { caseTimeline } from './projection';
export * from './query';
export type { TimelineRow } from './table';
