export * from './batcher';
export * from './clock';
export * from './ids';
export * from './local-time';
export * from './log';
export * from './never';
export * from './personal';
export * from './tracing';
