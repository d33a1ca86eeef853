import { migrate, readMigrations } from '@huiyin/database';
import path from 'node:path';

/** Brings the schema `notification` up to date; answers how many steps it applied. */
export const migrateNotification = (url: string): Promise<number> =>
  migrate(url, 'notification', readMigrations(path.join(__dirname, 'sql')));
