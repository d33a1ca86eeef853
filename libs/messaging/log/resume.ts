import type { EventStore } from '@huiyin/event-store/port';
import type { Log } from '@huiyin/kernel';
import type { CursorStore } from './cursors';

export interface Resumed {
  position: number;
  /** The log is not the one that was followed: shorter, or another. It is followed from its first event. */
  anew: boolean;
}

/** Where a group goes on. A log that does not hold what the group remembers last has lost events, or is another one. */
export async function resume(
  store: Pick<EventStore, 'readAll' | 'head'>,
  cursors: CursorStore,
  group: string,
  log: Log,
): Promise<Resumed> {
  const position = await cursors.get(group);
  if (position === 0 || (await holds(store, cursors, group, position))) return { position, anew: false };
  log.error(
    { code: 'cursor-beyond-log', group, position },
    'the log does not hold what was followed last: following from its first event',
  );
  return { position: 0, anew: true };
}

async function holds(
  store: Pick<EventStore, 'readAll' | 'head'>,
  cursors: CursorStore,
  group: string,
  position: number,
): Promise<boolean> {
  const mark = await cursors.mark(group);
  // Saved by an earlier version, which kept the position alone.
  if (!mark) return position <= (await store.head());
  const [event] = await store.readAll({ after: mark.position, inclusive: true, limit: 1 });
  return event?.position === mark.position && event.id === mark.id;
}
