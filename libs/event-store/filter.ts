import type { EventFilter, StoredEvent } from './port';

/** What a filter looks at. */
export type Filterable = Pick<StoredEvent, 'stream' | 'type'>;

/** Whether a filter lets an event through; no filter lets everything through. */
export function passes(filter: EventFilter | undefined, event: Filterable): boolean {
  const { streamPrefixes, types } = filter ?? {};
  if (streamPrefixes && !streamPrefixes.some((prefix) => event.stream.startsWith(prefix))) return false;
  return !types || types.includes(event.type);
}
