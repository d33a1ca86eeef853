export * from './binary';
export * from './copy';
export * from './errors';
export * from './migrate';
export * from './pool';
export * from './pending';
export * from './silence';
export * from './version';
