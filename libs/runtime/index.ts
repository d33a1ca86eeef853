export * from './adopt-bundled';
export * from './config';
export * from './platform';
export * from './metrics';
