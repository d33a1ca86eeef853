import { migrateAttachments } from '@huiyin/attachments';
import { migrateAudit } from '@huiyin/audit';
import { createPool } from '@huiyin/database';
import { migrateEventStore } from '@huiyin/event-store';
import { migrateMessaging } from '@huiyin/messaging';
import { migratePrivacy } from '@huiyin/privacy';
import { eventStoreSchema, readConfig, type EventStoreChoice } from '@huiyin/runtime/config';
import type { Pool } from 'pg';
import { migrateNotification } from '../../notification/schema';
import { reach, type ConnectOptions } from '../connect';

/** An installation as its tables are: nothing is adopted, no key is made. */
export interface Place {
  pool: Pool;
  databaseUrl: string;
  masterKeyFile: string;
  eventStore: EventStoreChoice;
  close(): Promise<void>;
}

const POOL_MAX = 4;

/** Reaches it as it is. */
export async function openPlace(options: ConnectOptions): Promise<Place> {
  const eventStore = readConfig(eventStoreSchema);
  const { databaseUrl, masterKeyFile, end } = await reach(options);
  const pool = createPool({ url: databaseUrl, max: POOL_MAX, applicationName: 'huiyin backup' });
  const close = async (): Promise<void> => {
    await pool.end();
    await end();
  };
  return { pool, databaseUrl, masterKeyFile, eventStore, close };
}

/** Makes or upgrades the tables that a backup fills. */
export async function makeTables({ databaseUrl, eventStore }: Place): Promise<void> {
  await migratePrivacy(databaseUrl);
  if (!eventStore.kurrentDb) await migrateEventStore(databaseUrl);
  await migrateAttachments(databaseUrl);
  await migrateMessaging(databaseUrl);
  await migrateNotification(databaseUrl);
  await migrateAudit(databaseUrl);
}
