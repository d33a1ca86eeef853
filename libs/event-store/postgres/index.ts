export * from './bulk';
export * from './schema';
export * from './sizes';
export * from './store';
