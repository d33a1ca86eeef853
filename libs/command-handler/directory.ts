import { officeTree, type OfficeEvents, type OfficeTree } from '@huiyin/domain';
import type { EventStore } from '@huiyin/event-store';
import { followFromStart, type Following } from './follow';

type Change = 'register' | 'succeed' | 'appoint' | 'dismiss';

/** Which offices there are, kept in memory. */
export type Directory = Following & Omit<OfficeTree, Change>;

const PREFIX = 'office-';

/** Reads the directory so far, then follows. Rejects with StoreUnavailable. */
export async function followDirectory(store: EventStore): Promise<Directory> {
  const { register, succeed, appoint, dismiss, ...tree } = officeTree();
  const following = await followFromStart(store, { streamPrefixes: [PREFIX] }, (events) => {
    for (const { stream, type, data } of events) {
      const office = stream.slice(PREFIX.length);
      if (type === 'OfficeRegistered') register(office, data as OfficeEvents['OfficeRegistered']);
      if (type === 'LeaderAppointed') appoint(office, (data as OfficeEvents['LeaderAppointed']).post);
      if (type === 'LeaderLeft') dismiss(office, (data as OfficeEvents['LeaderLeft']).post);
      if (type === 'OfficeSucceeded') succeed(office, (data as OfficeEvents['OfficeSucceeded']).successor);
    }
  });
  return { ...following, ...tree };
}
