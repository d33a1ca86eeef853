import { aggregates, streamOf, type TargetEvents, type TargetState } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';

const { targets: aggregate } = aggregates;

/** A letter of yearly targets, with what was said of its year. */
export interface Letter {
  state: Exclude<TargetState, { status: 'unset' }>;
  report?: TargetEvents['TargetsReported'];
  concluded?: TargetEvents['TargetsConcluded'];
}

/** From its own stream, never behind; undefined where there is none. */
export async function letterOf(store: EventStore, id: string): Promise<Letter | undefined> {
  const history = await store.readStream(streamOf(aggregate, id));
  const state = history.reduce<unknown>(
    (folded, { type, data }) => aggregate.evolve(folded, { type, data }),
    aggregate.initial,
  ) as TargetState;
  if (state.status === 'unset') return undefined;
  const told = (type: keyof TargetEvents): unknown => history.find((event) => event.type === type)?.data;
  return {
    state,
    report: told('TargetsReported') as Letter['report'],
    concluded: told('TargetsConcluded') as Letter['concluded'],
  };
}
