export * from './contract';
export * from './json-schema';
export * from './read';
export * from './topics';
