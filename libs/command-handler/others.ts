import { streamOf, type StreamKind } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import type { CommandEnvelope, HandlerDeps } from './envelope';

export type Evolved = { type: string; data: unknown };

/** Another stream that a decision has looked at; it must not have changed when the decision is written. */
export interface Other {
  id: string;
  stream: string;
  history: readonly StoredEvent[];
  state: unknown;
  revision: number;
}

/** The other streams that the command refers to, as far as they exist. */
export async function othersOf(
  { store }: HandlerDeps,
  { aggregate, type, data }: CommandEnvelope,
  history: readonly StoredEvent[],
): Promise<readonly Other[]> {
  const { refersTo, owedIn, othersAre: kind = aggregate } = aggregate;
  const state = (): unknown => foldOf(aggregate, history);
  const streams = owedIn?.({ type, data }, state) ?? [];
  const ids = refersTo?.({ type, data }, state) ?? [];
  if (ids.length === 0 && streams.length === 0) return [];
  const found = await Promise.all([
    ...ids.map(async (id) => {
      const stream = streamOf(kind, id);
      const read = await store.readStream(stream);
      return { id, stream, history: read, state: foldOf(kind, read) };
    }),
    ...streams.map(async (stream) => {
      return { id: stream, stream, history: await store.readStream(stream), state: undefined };
    }),
  ]);
  return found
    .filter((one) => one.history.length > 0)
    .map((one) => ({ ...one, revision: one.history.length - 1 }));
}

export const foldOf = (aggregate: StreamKind, history: readonly StoredEvent[]): unknown =>
  history.reduce<unknown>((folded, event) => aggregate.evolve(folded, event as Evolved), aggregate.initial);
