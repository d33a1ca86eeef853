export * from './contract';
export * from './read';
export * from './topics';
