import type { ArchivedEvent, EventArchive } from '@huiyin/event-store';
import { sha256 } from '../merkle/hash';

/** An event as the store holds it: every value is the store's own text, nothing parsed and written again. */
export interface RawEvent {
  /** Its number in the log, 1, 2, 3, …: on PostgreSQL its position too. */
  position: number;
  id: string;
  stream: string;
  revision: number;
  type: string;
  version: number;
  /** ISO 8601 in UTC; as many digits of the second as are stored, at least three. */
  occurredAt: string;
  recordedAt: string;
  /** The command id that the store keeps on a request's first event, and how many events it has; else empty. */
  commandId: string;
  commandEvents: string;
  /** JSON, as stored. */
  data: string;
  meta: string;
  /** The store's own position where that is another number: to find what others cite. Not part of the leaf. */
  storePosition?: number;
}

/** The log below its port: the bytes, not what they mean. */
export type RawLog = Omit<EventArchive, 'write' | 'close'>;

export const toRaw = ({ position, request, ...event }: ArchivedEvent, number: number): RawEvent => ({
  position: number,
  id: event.id,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  version: event.version,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  commandId: request?.commandId ?? '',
  commandEvents: String(request?.events ?? ''),
  data: event.data,
  meta: event.meta,
  ...(position !== number && { storePosition: position }),
});

/** Length, colon, bytes, comma, for each field: no two lists of fields give the same bytes. */
export function netstrings(fields: readonly (string | number)[]): Buffer {
  const parts = fields.map((field) => {
    const bytes = Buffer.from(String(field));
    return Buffer.concat([Buffer.from(`${bytes.length}:`), bytes, Buffer.from(',')]);
  });
  return Buffer.concat(parts);
}

/** SHA-256 over what the event says: everything but its place. */
export const contentHash = (event: RawEvent): Buffer =>
  sha256(
    netstrings([
      event.type,
      event.version,
      event.occurredAt,
      event.recordedAt,
      event.commandId,
      event.commandEvents,
      event.data,
      event.meta,
    ]),
  );
