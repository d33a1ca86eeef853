export * from './directory';
export * from './follow';
export * from './handler';
export * from './rules';
export * from './upcasting';
