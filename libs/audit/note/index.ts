export * from './checkpoint';
export * from './cosignature';
export * from './handover';
export * from './key';
export * from './note';
export * from './signer';
export * from './trust';
