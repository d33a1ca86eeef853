export * from './canonical';
export * from './check-document';
export * from './document';
export * from './render';
