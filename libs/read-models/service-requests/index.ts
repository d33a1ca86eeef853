export { serviceRequests } from './projection';
export * from './query';
export type { RequestAttribute, RequestUpdate, ServiceRequestRow } from './table';
