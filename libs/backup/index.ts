export * from './backup';
export * from './errors';
export { readBackup } from './read';
export * from './restore';
export type { KeptTable } from './tables';
