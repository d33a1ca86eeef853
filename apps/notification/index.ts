export * from './channels';
export { STALE_ms } from './handle';
export * from './list-notices';
export * from './notice';
export * from './notification';
export * from './notification.module';
export * from './schema';
export { SENDING, type SendPolicy } from './send';
export { WHO_IS_TOLD } from './who-is-told';
