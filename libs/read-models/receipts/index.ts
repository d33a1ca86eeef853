export { receipts } from './projection';
export * from './query';
