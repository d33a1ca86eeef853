import type { EventData } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../port';

/** The server takes only texts as properties; `meta` is kept as the exact text. */
export interface Properties {
  id: string;
  version: string;
  meta: string;
  occurredAt: string;
  recordedAt: string;
  /** On the first event of a request: its command id, and how many events it wrote. */
  commandId?: string;
  commandEvents?: string;
}

/** The request that an event is the first of. */
export interface Begun {
  commandId: string;
  events: number;
}

const utc = (instant: string): string => new Date(instant).toISOString();

/**
 * The server keeps `JSON.stringify(data)` byte for byte. The record has an id of its own, new at each attempt, and ours
 * stands beside the data: the server takes a record id that it knows for a repeat, and then answers a request that is
 * half known, such as the same command sent twice, in a way that cannot be told from others.
 */
export function toRecord(
  { id, type, version, data, meta, occurredAt, recordedAt }: NewEvent,
  begun?: Begun,
): EventData {
  const metadata: Properties = {
    id,
    version: String(version),
    meta: JSON.stringify(meta),
    occurredAt: utc(occurredAt),
    recordedAt: utc(recordedAt),
    ...(begun && { commandId: begun.commandId, commandEvents: String(begun.events) }),
  };
  return {
    id: randomUUID(),
    contentType: 'application/json',
    type,
    data: data as Record<string, unknown>,
    metadata: { ...metadata },
  };
}

/** What a command leaves behind: enough to find again what it wrote. */
export interface CommandMark {
  events: number;
  /** Ids of its first and last event. */
  first: string;
  last: string;
}

export const COMMAND_MARK = 'HuiyinCommand';

export const toMark = (events: readonly NewEvent[]): EventData => ({
  id: randomUUID(),
  contentType: 'application/json',
  type: COMMAND_MARK,
  data: { events: events.length, first: events[0]!.id, last: events.at(-1)!.id } satisfies CommandMark,
  metadata: {},
});
