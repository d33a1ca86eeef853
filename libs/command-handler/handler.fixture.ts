import { aggregates, EVERY_OFFICE, type AggregatePath } from '@huiyin/domain';
import { createMemoryEventStore, type EventStore } from '@huiyin/event-store';
import { ManualClock } from '@huiyin/kernel';
import { bundledCalendars, bundledPacks, ruleBook } from '@huiyin/policy';
import { inMemoryPrivacy, type Privacy } from '@huiyin/privacy';
import { randomUUID } from 'node:crypto';
import type { CommandEnvelope, Execute, HandlerDeps } from './envelope';
import { createExecute } from './handler';

export const NOW = '2026-03-02T01:00:00.000Z';

export interface Bench {
  store: EventStore;
  clock: ManualClock;
  privacy: Privacy;
  execute: Execute;
}

/** The handler on the memory store, with the bundled rules, every office known and real sealing. */
export async function createBench(
  wrap: (store: EventStore) => EventStore = (store) => store,
  more: Partial<HandlerDeps> = {},
): Promise<Bench> {
  const store = createMemoryEventStore();
  const clock = new ManualClock(NOW);
  const privacy = await inMemoryPrivacy();
  const rules = ruleBook(bundledPacks, bundledCalendars);
  const execute = createExecute({
    store: wrap(store),
    clock,
    rules: () => rules,
    offices: EVERY_OFFICE,
    refresh: () => Promise.resolve(),
    seal: (stream, events) => privacy.sealEvents(stream, events),
    ...more,
  });
  return { store, clock, privacy, execute };
}

export const CASE = '0196a0c1-5d00-7000-8000-000000000001';
export const STREAM = `case-${CASE}`;

/** A command on the case, checked by its schema as its sender would have. */
export function command(
  type: string,
  data: unknown = {},
  more: Partial<CommandEnvelope> = {},
): CommandEnvelope {
  return onAggregate('cases', CASE, type, data, more);
}

export function onAggregate(
  path: AggregatePath,
  id: string,
  type: string,
  data: unknown,
  more: Partial<CommandEnvelope> = {},
): CommandEnvelope {
  const aggregate = aggregates[path];
  const parsed = aggregate.commands[type]!.parse(data);
  return {
    aggregate,
    id,
    type,
    data: parsed,
    commandId: randomUUID(),
    actor: 'clerk',
    requestHash: 'h',
    ...more,
  };
}

export const PERSON = { name: '欧阳试验', phone: '19991234567', address: '青年大街777号' };
export const registration = {
  channel: 'visit',
  category: 'housing',
  title: '供暖管道漏水',
  place: '南湖街道',
  claims: [{ summary: '修复' }],
  petitioner: PERSON,
  statement: '跑了七趟没有人管',
  receiver: 'petitions',
};
export const SORT = { routes: [{ claim: 'c1', route: 'residual' }] };
