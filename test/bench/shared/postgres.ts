import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../../infra/postgres/embedded';

const BUFFERS_share = 0.25;
const BYTES_per_MB = 1_048_576;

/** As docs/operations.md asks of a server for a large log. */
const SETTINGS = [
  `shared_buffers=${Math.floor((totalmem() * BUFFERS_share) / BYTES_per_MB)}MB`,
  'max_wal_size=8GB',
];

/** An own PostgreSQL in a temporary folder, with fsync and synchronous_commit as PostgreSQL has them by default. */
export async function withPostgres<Result>(
  run: (url: (database?: string) => string) => Promise<Result>,
  settings: readonly string[] = [],
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-bench-'));
  const postgres = await startEmbeddedPostgres({
    folder: path.join(folder, 'pg'),
    settings: [...SETTINGS, ...settings],
  });
  try {
    return await run(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each flush of the log to disk takes so much longer: the server sleeps before it, with the log's lock in hand. */
export const slowFlush = (flush_ms: number): string[] =>
  flush_ms > 0 ? [`commit_delay=${Math.round(flush_ms * 1_000)}`, 'commit_siblings=0'] : [];
