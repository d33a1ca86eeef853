export type { NextDuty } from './next';
export { dutyBoard } from './projection';
export * from './query';
export type { DutyRow } from './table';
