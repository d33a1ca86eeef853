import { randomBytes } from 'node:crypto';
import { Client, escapeLiteral } from 'pg';

export interface TestDatabase {
  /** As the owner of the schema. */
  url: string;
  /** Cuts the connections of that application_name, on this database only. */
  endSessions(applicationName: string): Promise<void>;
  drop(): Promise<void>;
}

/** A fresh, empty database on the run's PostgreSQL server (test/setup/start.ts). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['HUIYIN_TEST_POSTGRES'];
  if (!server) throw new Error('HUIYIN_TEST_POSTGRES is not set: run the specs through npm test');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    endSessions: (applicationName) =>
      onServer(
        server,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = '${name}' AND application_name = ${escapeLiteral(applicationName)}`,
      ),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
