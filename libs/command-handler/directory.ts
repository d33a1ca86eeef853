import { officeTree, type OfficeEvents, type OfficeTree } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { followFromStart, type Following } from './follow';

/** Which offices there are, kept in memory. */
export type Directory = Following & Omit<OfficeTree, 'register' | 'succeed'>;

const PREFIX = 'office-';

/** Reads the directory so far, then follows. Rejects with StoreUnavailable. */
export async function followDirectory(store: EventStore): Promise<Directory> {
  const { register, succeed, ...tree } = officeTree();
  const following = await followFromStart(store, { streamPrefixes: [PREFIX] }, (events) => {
    for (const { stream, type, data } of events) {
      const office = stream.slice(PREFIX.length);
      if (type === 'OfficeRegistered') register(office, data as OfficeEvents['OfficeRegistered']);
      if (type === 'OfficeSucceeded') succeed(office, (data as OfficeEvents['OfficeSucceeded']).successor);
    }
  });
  return { ...following, ...tree };
}
