import type { EventMeta, NewEvent, StoredEvent } from './port';

/** Where an event stands. */
export type Place = Pick<StoredEvent, 'stream' | 'revision' | 'position'>;

/** What the store keeps of an event's data and meta. */
export interface EventText {
  data: string;
  meta: string;
}

export const textOf = ({ data, meta }: NewEvent): EventText => ({
  data: JSON.stringify(data),
  meta: JSON.stringify(meta),
});

/** The event as reading it would answer it. */
export const asStored = (
  { id, type, version, occurredAt, recordedAt }: NewEvent,
  { data, meta }: EventText,
  { stream, revision, position }: Place,
): StoredEvent => ({
  id: id.toLowerCase(),
  type,
  version,
  data: JSON.parse(data),
  meta: JSON.parse(meta) as EventMeta,
  occurredAt: utc(occurredAt),
  recordedAt: utc(recordedAt),
  stream,
  revision,
  position,
});

const utc = (instant: string): string => new Date(instant).toISOString();
