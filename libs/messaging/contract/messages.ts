import type { EventStore, StoredEvent } from '@huiyin/event-store';
import { deterministicId, uuidv7 } from '@huiyin/kernel';
import type { Message } from '../port';

/** A contract message as the suite makes it; the position is what the transport says. */
export type Draft = Omit<Message<{ n: number }>, 'position'>;

export function draft(topic: string, key: string, n: number): Draft {
  return {
    id: deterministicId(topic, key, n),
    topic,
    key,
    type: 'huiyin.case.registered.v1',
    source: '/logs/spec',
    subject: key,
    time: new Date(Date.UTC(2026, 0, 1) + n).toISOString(),
    dataschema: 'https://huiyin.example/schemas/case-registered.v1.json',
    data: { n },
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };
}

/** Puts each draft into the log as an event that is published as that message. */
export async function appendDrafts(store: EventStore, drafts: readonly Draft[]): Promise<void> {
  const now = new Date();
  const events = drafts.map((data) => ({
    id: data.id,
    type: 'drafted',
    version: 1,
    data,
    meta: { actor: 'spec', office: 'spec', commandId: 'spec', correlationId: 'spec' },
    occurredAt: now.toISOString(),
    recordedAt: now.toISOString(),
  }));
  const stream = `draft-${uuidv7(now)}`;
  await store.append({ commandId: uuidv7(now), streams: [{ stream, expectedRevision: 'none', events }] });
}

export const toMessages = (event: StoredEvent): Message[] => [
  { ...(event.data as Draft), position: event.position },
];
