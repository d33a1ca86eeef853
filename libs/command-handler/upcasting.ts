import { upcast } from '@huiyin/domain';
import type { EventStore, StoredEvent } from '@huiyin/event-store';

/** Events as today's code knows them, whatever version they were stored in. Throws for what a newer Huiyin wrote. */
const current = (events: readonly StoredEvent[]): StoredEvent[] =>
  events.map((event) => {
    const { data } = upcast(event);
    return data === event.data ? event : { ...event, data };
  });

/** The store with every event upcast as it is read; only the audit reads what was stored. */
export const upcasting = (store: EventStore): EventStore => ({
  ...store,
  readStream: async (stream, options) => current(await store.readStream(stream, options)),
  readAll: async (options) => current(await store.readAll(options)),
  subscribe: ({ handler, ...options }) =>
    store.subscribe({ ...options, handler: async (batch, reached) => handler(current(batch), reached) }),
});
