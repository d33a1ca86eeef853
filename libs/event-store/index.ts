export * from './archive';
export * from './kurrentdb';
export * from './memory';
export { WrongEventStore } from './one-log';
export * from './open';
export * from './port';
export * from './postgres';
export { asStored, textOf } from './stored';
