export * from './directory';
export * from './follow';
export * from './envelope';
export * from './handler';
export * from './rules';
export * from './upcasting';
