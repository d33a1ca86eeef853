import { sha256 } from '../merkle/hash';

/** An event as the store holds it: every value is the store's own text, nothing parsed and written again. */
export interface RawEvent {
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
}

/** The log below its port: the bytes, not what they mean. */
export interface RawLog {
  /** Position order, after `after` (exclusive), up to `upTo` (inclusive): as much as the caller can hold. */
  read(range: { after: number; upTo: number }): Promise<RawEvent[]>;
  readStream(stream: string): Promise<RawEvent[]>;
  readPositions(positions: readonly number[]): Promise<RawEvent[]>;
  /** What a command wrote; empty for a command that wrote nothing. */
  readCommand(commandId: string): Promise<RawEvent[]>;
  head(): Promise<number>;
}

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
