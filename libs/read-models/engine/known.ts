import { upcast } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import type { LogEvent } from './view';

/** Stored events in the shape that the code knows today. Throws for what a newer Huiyin has written. */
export const known = (events: readonly StoredEvent[]): LogEvent[] =>
  events.map((event) => {
    const { data } = upcast(event);
    return (data === event.data ? event : { ...event, data }) as LogEvent;
  });
