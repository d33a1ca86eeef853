import type { Log } from '@huiyin/kernel';
import { openKurrentDbEventStore } from './kurrentdb';
import { assertInPostgres, noteElsewhere } from './one-log';
import type { EventStore } from './port';
import { createPostgresEventStore, migrateEventStore } from './postgres';

export interface EventStoreOptions {
  databaseUrl: string;
  /** Where the events are on KurrentDB; everything else stays in PostgreSQL. */
  kurrentDb?: { url: string; namespace?: string | undefined } | undefined;
  log: Log;
}

/** The store that the installation chose, ready to be used. Rejects with one clear line of what is wrong with it. */
export async function openEventStore({
  databaseUrl,
  kurrentDb,
  log,
}: EventStoreOptions): Promise<EventStore> {
  if (kurrentDb) {
    const store = await openKurrentDbEventStore({ ...kurrentDb, log });
    await noteElsewhere(databaseUrl).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    return store;
  }
  await assertInPostgres(databaseUrl);
  await migrateEventStore(databaseUrl);
  return createPostgresEventStore({ url: databaseUrl, log });
}
