import { migrate, readMigrations } from '@huiyin/database';
import path from 'node:path';

/** Makes or upgrades the tables of the Merkle log. Answers the steps applied. */
export const migrateAudit = (url: string): Promise<number> =>
  migrate(url, 'audit', readMigrations(path.join(__dirname, 'migrations')));
