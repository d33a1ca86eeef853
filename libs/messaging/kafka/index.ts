export { createClient, type KafkaConnection } from './client';
export * from './consumer';
export * from './encode';
export * from './publisher';
export * from './reachable';
export * from './topics';
