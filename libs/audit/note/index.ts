export * from './checkpoint';
export * from './cosignature';
export * from './key';
export * from './note';
export * from './signer';
