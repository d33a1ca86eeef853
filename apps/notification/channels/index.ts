export * from './channel';
export * from './email';
export * from './sms';
export * from './webhook';
