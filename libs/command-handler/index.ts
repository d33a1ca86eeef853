export * from './handler';
export * from './rules';
