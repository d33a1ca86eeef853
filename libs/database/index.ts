export * from './binary';
export * from './errors';
export * from './migrate';
export * from './pool';
