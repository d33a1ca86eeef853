import type { CommandEnvelope } from '@huiyin/command-handler';
import type { Measured } from '@huiyin/domain';
import { measureYear, ViewsApart } from '@huiyin/metrics';
import type { DataSource } from 'typeorm';
import type { EventStore } from '@huiyin/event-store';
import type { Clock } from '@huiyin/kernel';
import { letterOf } from './letter';

/** Everything that counting a year's results needs. */
export interface MeasuringDeps {
  store: EventStore;
  views: DataSource;
  clock: Clock;
  /** IANA zone of the city. */
  timeZone: string;
  /** Whether the views show everything up to a position, in reasonable time. */
  shown: (position: number) => Promise<boolean>;
}

/**
 * The numbers that a command does not bring because they are counted from the log: what each target of a letter came to
 * in its year. Undefined for every other command. Rejects with ViewsApart.
 */
export async function measuredFor(
  { store, views, clock, timeZone, shown }: MeasuringDeps,
  { type, id }: Pick<CommandEnvelope, 'type' | 'id'>,
): Promise<Measured | undefined> {
  if (type !== 'ConcludeTargets') return undefined;
  const letter = await letterOf(store, id);
  if (!letter) return undefined;
  if (!(await shown(await store.head()))) throw new ViewsApart();
  const { office, year, targets } = letter.state;
  const metrics = targets.map(({ metric }) => metric);
  return measureYear(views, { office, year, metrics }, { now: clock.now().toISOString(), zone: timeZone });
}
