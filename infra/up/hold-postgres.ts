/* Holds PostgreSQL and its folder; a Ctrl-C in the terminal does not reach this process. */
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../postgres/embedded';
import { hold } from './hold';

const DATABASE = 'huiyin';
/** The standalone's lock: a folder serves one Huiyin, of either kind. */
const LOCK = "SELECT pg_try_advisory_lock(hashtextextended('huiyin standalone', 0)) AS locked";

class FolderInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another Huiyin: stop it first, or use --data with another folder`);
  }
}

hold('postgres', async (folder) => {
  const postgres = await startEmbeddedPostgres({ folder });
  const session = new Client({ connectionString: postgres.url(), keepAlive: true });
  const gone = new Promise<void>((resolve) => {
    session.on('error', () => resolve());
    session.on('end', () => resolve());
  });
  await session.connect();
  const { rows } = await session.query<{ locked: boolean }>(LOCK);
  if (!rows[0]?.locked) {
    // The server is the other one's: it goes on.
    await session.end();
    throw new FolderInUse(folder);
  }
  const found = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (found.rowCount === 0) await session.query(`CREATE DATABASE ${DATABASE}`);
  return { address: postgres.url(DATABASE), gone, stop: () => postgres.stop() };
});
