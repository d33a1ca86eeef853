export * from './adopt-bundled';
export * from './config';
export * from './data-folder';
export * from './platform';
export * from './metrics';
