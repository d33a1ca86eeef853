import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** As the owner of the schema. */
  url: string;
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
