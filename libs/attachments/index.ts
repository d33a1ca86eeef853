export * from './attachments';
export * from './content';
export * from './store';
