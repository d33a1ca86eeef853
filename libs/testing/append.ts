import { REQUEST_EVENTS_MAX } from '@huiyin/event-store/request';
import type { EventStore, NewEvent } from '@huiyin/event-store';
import { randomUUID } from 'node:crypto';
import { stored, type Told } from './view';

/** Appends told events in their order; answers the last position. */
export async function appendAll(store: EventStore, events: readonly Told[]): Promise<number> {
  return appendStored(store, stored(events));
}

/** One request per run of events of different streams, so that the order of the log is the order given. */
export async function appendStored(
  store: EventStore,
  events: readonly (NewEvent & { stream: string })[],
): Promise<number> {
  let head = 0;
  for (let from = 0; from < events.length;) {
    const streams = new Map<string, NewEvent>();
    let to = from;
    for (; to < events.length && streams.size < REQUEST_EVENTS_MAX; to += 1) {
      const { stream, ...event } = events[to]!;
      if (streams.has(stream)) break;
      streams.set(stream, event);
    }
    const result = await store.append({
      commandId: randomUUID(),
      streams: [...streams].map(([stream, event]) => ({ stream, expectedRevision: 'any', events: [event] })),
    });
    if (result.status !== 'appended') throw new Error(`not appended: ${result.status}`);
    head = result.last;
    from = to;
  }
  return head;
}
