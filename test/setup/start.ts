import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../infra/postgres/embedded';
import { offerKafka } from './kafka';

declare global {
  var huiyinTestPostgres: EmbeddedPostgres | undefined;
}

/** One real PostgreSQL for the whole run; each suite makes its own database on it. */
export default async function start(): Promise<void> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'huiyin-test-')), 'pg');
  const postgres = await startEmbeddedPostgres({ folder, settings: ['fsync=off', 'max_connections=200'] });
  globalThis.huiyinTestPostgres = postgres;
  process.env['HUIYIN_TEST_POSTGRES'] = postgres.url();
  process.env['HUIYIN_TEST_FOLDER'] = path.dirname(folder);
  await offerKafka();
}
