import { migrate, readMigrations } from '@huiyin/database';
import path from 'node:path';

export const EVENT_STORE_SCHEMA = 'event_store';
/** May read and append, nothing else. */
export const EVENT_STORE_ROLE = 'huiyin_app';

/** Makes or upgrades the event store's tables; `url` logs in as the owner of the schema. Answers the steps applied. */
export const migrateEventStore = (url: string): Promise<number> =>
  migrate(url, EVENT_STORE_SCHEMA, readMigrations(path.join(__dirname, 'migrations')));
