import type { EventStore, NewEvent } from '@huiyin/event-store';
import { uuidv7 } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';

const EVENTS_PER_STREAM = 8;
/** With the other fields the data is about 300 bytes. */
const TEXT = 'The street lamp in front of number 12 has been out since Monday. '.repeat(4);

/** Each writer has cases of its own and says which revision it has seen. */
export const storeStep = (store: EventStore, actor?: string) => () => {
  let stream = '';
  let revision = EVENTS_PER_STREAM;
  return async () => {
    if (++revision >= EVENTS_PER_STREAM) [stream, revision] = [`case-${uuidv7(new Date())}`, 0];
    const commandId = randomUUID();
    const expectedRevision = revision === 0 ? ('none' as const) : revision - 1;
    const result = await store.append({
      commandId,
      streams: [{ stream, expectedRevision, events: [newEvent(commandId, actor)] }],
    });
    if (result.status !== 'appended') throw new Error(`unexpected ${result.status}`);
  };
};

export function newEvent(commandId: string, actor = 'clerk-17'): NewEvent {
  const now = new Date();
  return {
    id: uuidv7(now),
    type: 'CaseRegistered',
    version: 1,
    data: { title: 'Street lamp', category: 'lighting', text: TEXT },
    meta: { actor, office: 'office-31', commandId, correlationId: commandId },
    occurredAt: now.toISOString(),
    recordedAt: now.toISOString(),
  };
}
