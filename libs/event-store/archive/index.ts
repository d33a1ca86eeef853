export * from './event';
export * from './open';
