import type { Pool, PoolClient } from 'pg';
import { openKurrentDbArchive } from '../kurrentdb/archive';
import { openPostgresArchive } from '../postgres/archive';
import type { EventArchive } from './event';

export interface ArchiveOptions {
  /** PostgreSQL, as the owner of its tables; a client in a transaction makes the restore one. */
  db: Pool | PoolClient;
  /** Where the events are on KurrentDB. */
  kurrentDb?: { url: string; namespace?: string | undefined } | undefined;
}

/** Rejects like `openEventStore`. */
export const openEventArchive = async ({ db, kurrentDb }: ArchiveOptions): Promise<EventArchive> =>
  kurrentDb ? openKurrentDbArchive(kurrentDb) : openPostgresArchive(db);
