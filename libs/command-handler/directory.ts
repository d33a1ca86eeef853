import type { OfficeEvents } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { followFromStart, type Following } from './follow';

/** Which offices there are, kept in memory: a city has some thousands. */
export interface Directory extends Following {
  has(office: string): boolean;
  superior(office: string): string | undefined;
  /** The office that answers for it today: itself, or the end of its line of successors. */
  successor(office: string): string;
}

const PREFIX = 'office-';
const SUCCESSIONS_MAX = 100;

interface Entry {
  superior?: string;
  successor?: string;
}

/** Reads the directory so far, then follows. Rejects with StoreUnavailable. */
export async function followDirectory(store: EventStore): Promise<Directory> {
  const offices = new Map<string, Entry>();
  const following = await followFromStart(store, { streamPrefixes: [PREFIX] }, (events) => {
    for (const { stream, type, data } of events) {
      const id = stream.slice(PREFIX.length);
      if (type === 'OfficeRegistered') {
        offices.set(id, { superior: (data as OfficeEvents['OfficeRegistered']).superior });
      }
      if (type === 'OfficeSucceeded') {
        offices.set(id, {
          ...offices.get(id),
          successor: (data as OfficeEvents['OfficeSucceeded']).successor,
        });
      }
    }
  });
  return {
    ...following,
    has: (office) => offices.has(office),
    superior: (office) => offices.get(office)?.superior,
    successor(office) {
      let present = office;
      for (let step = 0; step < SUCCESSIONS_MAX; step++) {
        const next = offices.get(present)?.successor;
        if (next === undefined) break;
        present = next;
      }
      return present;
    },
  };
}
