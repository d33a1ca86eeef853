export * from './contract-map';
export * from './publisher';
export * from './publisher.module';
export * from './to-messages';
