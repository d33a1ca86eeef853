export * from './canonical';
export * from './check-document';
export * from './document';
export * from './kinds';
export * from './read';
export * from './render';
