import { uuidv7 } from '@huiyin/kernel';
import { randomUUID } from 'node:crypto';
import type { AppendRequest, ExpectedRevision, NewEvent } from './port';

/** Events and requests for specs and benchmarks. */
export function sampleEvent(data: unknown = {}, overrides: Partial<NewEvent> = {}): NewEvent {
  const now = new Date();
  return {
    id: uuidv7(now),
    type: 'CaseRegistered',
    version: 1,
    data,
    meta: { actor: 'clerk-1', office: 'office-1', commandId: randomUUID(), correlationId: randomUUID() },
    occurredAt: now.toISOString(),
    recordedAt: now.toISOString(),
    ...overrides,
  };
}

export const sampleRequest = (
  stream: string,
  expectedRevision: ExpectedRevision = 'any',
  events: readonly NewEvent[] = [sampleEvent()],
  commandId: string = randomUUID(),
): AppendRequest => ({ commandId, streams: [{ stream, expectedRevision, events }] });
