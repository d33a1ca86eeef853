export * from './commands';
export * from './decider';
export * from './events';
export { DRIVE_days_MAX } from './rules/a-drive-has-days';
export { reportOf, type DriveState } from './state';
