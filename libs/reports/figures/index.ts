export * from './figure';
export * from './names';
export * from './table';
