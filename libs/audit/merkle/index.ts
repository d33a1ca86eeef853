export * from './hash';
export * from './memory';
export * from './tree';
export * from './verify';
