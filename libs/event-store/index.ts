export * from './memory';
export * from './port';
export * from './postgres';
