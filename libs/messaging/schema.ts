import { migrate, readMigrations } from '@huiyin/database';
import path from 'node:path';

/** Brings the schema `messaging` up to date: parked messages, cursors. */
export const migrateMessaging = (url: string): Promise<number> =>
  migrate(url, 'messaging', readMigrations(path.join(__dirname, 'migrations')));
