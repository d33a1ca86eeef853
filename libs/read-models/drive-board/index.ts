export { driveBoard } from './projection';
export * from './query';
export type { DriveRow } from './table';
