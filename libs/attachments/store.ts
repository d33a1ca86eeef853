import { migrate, readMigrations } from '@huiyin/database';
import path from 'node:path';
import type { Pool } from 'pg';

const SCHEMA = 'attachment';

/** Makes or upgrades the table of sealed files. Answers the steps applied. */
export const migrateAttachments = (url: string): Promise<number> =>
  migrate(url, SCHEMA, readMigrations(path.join(__dirname, 'migrations')));

const KEEP = `
INSERT INTO attachment.sealed_file (id, case_id, sealed) VALUES ($1, $2, $3)
ON CONFLICT (id) DO NOTHING`;
const FIND = 'SELECT sealed FROM attachment.sealed_file WHERE id = $1';
const REMOVE = 'DELETE FROM attachment.sealed_file WHERE id = $1';

/** Sealed files by id; a file is kept once and never changed. */
export interface SealedFiles {
  /** False when there is one under this id already: that one stays. */
  keep(id: string, caseId: string, sealed: Buffer): Promise<boolean>;
  find(id: string): Promise<Buffer | undefined>;
  /** Only for a file that no event tells of. */
  remove(id: string): Promise<void>;
}

/** In schema `attachment`, made by `migrateAttachments`. The pool stays the caller's. */
export const sealedFiles = (pool: Pool): SealedFiles => ({
  keep: async (id, caseId, sealed) => (await pool.query(KEEP, [id, caseId, sealed])).rowCount === 1,
  find: async (id) => (await pool.query<{ sealed: Buffer }>(FIND, [id])).rows[0]?.sealed,
  remove: async (id) => void (await pool.query(REMOVE, [id])),
});
