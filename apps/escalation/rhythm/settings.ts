import { followFromStart, type Following } from '@huiyin/command-handler';
import type { Rhythm, RhythmEvents } from '@huiyin/domain';
import type { EventStore, StoredEvent } from '@huiyin/event-store';
import type { Rhythms } from '@huiyin/rhythm';

const PREFIX = 'rhythm-';

/** The rhythms in force, as the log has them. */
export interface Settings extends Following {
  rhythms: Rhythms;
}

export async function followSettings(store: EventStore, onChange: () => void): Promise<Settings> {
  const rhythms = new Map<string, Rhythm>();
  const take = ({ stream, type, data }: StoredEvent): void => {
    const id = stream.slice(PREFIX.length);
    if (type === 'RhythmSet') rhythms.set(id, data as RhythmEvents['RhythmSet']);
    if (type === 'RhythmStopped') rhythms.delete(id);
  };
  const following = await followFromStart(store, { streamPrefixes: [PREFIX] }, (events) => {
    events.forEach(take);
    onChange();
  });
  return { ...following, rhythms };
}
