export { bulletinList } from './projection';
export * from './query';
export type { BulletinRow } from './table';
