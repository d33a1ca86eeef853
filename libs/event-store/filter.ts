import type { EventFilter } from './port';

/** Whether a filter lets an event through; no filter lets everything through. */
export function passes(filter: EventFilter | undefined, event: { stream: string; type: string }): boolean {
  const { streamPrefixes, types } = filter ?? {};
  if (streamPrefixes && !streamPrefixes.some((prefix) => event.stream.startsWith(prefix))) return false;
  return !types || types.includes(event.type);
}
