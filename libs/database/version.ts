import type { ClientBase } from 'pg';

/** The oldest major version that Huiyin runs on. */
export const POSTGRES_MIN = 18;

export class UnsupportedDatabase extends Error {
  constructor(found: string, wanted: number) {
    super(`the database is PostgreSQL ${found}; Huiyin needs ${wanted} or newer`);
  }
}

/** `18.4`, as the server says it. */
export async function versionOf(db: Pick<ClientBase, 'query'>): Promise<string> {
  const { rows } = await db.query<{ server_version: string }>('SHOW server_version');
  return rows[0]!.server_version.split(' ')[0]!;
}

/** Rejects with UnsupportedDatabase. */
export async function assertSupported(db: Pick<ClientBase, 'query'>, wanted = POSTGRES_MIN): Promise<void> {
  const found = await versionOf(db);
  if (Number.parseInt(found, 10) < wanted) throw new UnsupportedDatabase(found, wanted);
}
