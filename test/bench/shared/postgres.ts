import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../../infra/postgres/embedded';

/** An own PostgreSQL in a temporary folder, with fsync and synchronous_commit as PostgreSQL has them by default. */
export async function withPostgres<Result>(
  run: (url: (database?: string) => string) => Promise<Result>,
  settings: readonly string[] = [],
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'pg'), settings });
  try {
    return await run(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
