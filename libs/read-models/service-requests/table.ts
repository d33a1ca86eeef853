import type { Instant } from '@huiyin/policy';
import type { RowOf, TableSpec } from '../engine/table';

export const serviceRequestsTable = {
  columns: {
    id: 'text',
    /** False once it is withdrawn from the public; nothing of it is left then. */
    listed: 'boolean',
    status: 'text',
    pack: 'text',
    service: 'text',
    /** What was asked for, where it was said. */
    description: 'text?',
    address: 'text?',
    addressId: 'text?',
    longitude: 'double precision?',
    latitude: 'double precision?',
    mediaUrl: 'text?',
    attributes: 'json',
    /** That holds it now. */
    office: 'text',
    requestedAt: 'timestamptz',
    /** Of the last step that the public is told of; of the closing, where it is closed. */
    updatedAt: 'timestamptz',
    /** Of the last entry in `updates`. */
    toldAt: 'timestamptz',
    updates: 'json',
  },
  key: ['id'],
  group: 'id',
  indexes: [
    { columns: ['requestedAt', 'id'] },
    { columns: ['service', 'requestedAt', 'id'] },
    { columns: ['toldAt'] },
  ],
} as const satisfies TableSpec;

/** One step that the public is told of. */
export interface RequestUpdate {
  /** Id of its event. */
  id: string;
  at: Instant;
  type: string;
  /** Office that took the step; null for a message from the public. */
  by: string | null;
  /** Office that it was sent to. */
  to?: string;
  text?: string;
  mediaUrl?: string;
  /** Of the request after the step. */
  status: 'open' | 'closed';
}

export interface RequestAttribute {
  code: string;
  values: readonly string[];
}

export type ServiceRequestRow = Omit<
  RowOf<typeof serviceRequestsTable>,
  'status' | 'updates' | 'attributes'
> & {
  readonly status: 'open' | 'closed';
  readonly updates: readonly RequestUpdate[];
  readonly attributes: readonly RequestAttribute[];
};
