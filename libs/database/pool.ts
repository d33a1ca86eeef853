import { Pool, type PoolConfig } from 'pg';
import { leaveWhenSilent } from './silence';

const CONNECT_TIMEOUT_ms = 5_000;
/** An answer that takes longer is given up, even of a server that greets. */
const ANSWER_TIMEOUT_ms = 30_000;
const POOL_MAX = 10;

export interface ConnectionOptions {
  url: string;
  /** The role that the connections take on, so that what they may do does not hang on who logged in. */
  role?: string;
  max?: number;
  statementTimeout_ms?: number;
  answerTimeout_ms?: number;
  applicationName?: string;
}

/** One way to connect for every pool and dedicated client: UTC, a role, bounded waits. */
export function connectionConfig(options: ConnectionOptions): PoolConfig {
  const settings = ['-c TimeZone=UTC', '-c DateStyle=ISO'];
  if (options.role) settings.push(`-c role=${options.role}`);
  if (options.statementTimeout_ms) settings.push(`-c statement_timeout=${options.statementTimeout_ms}`);
  return {
    connectionString: options.url,
    options: settings.join(' '),
    max: options.max ?? POOL_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_ms,
    query_timeout: options.answerTimeout_ms ?? ANSWER_TIMEOUT_ms,
    keepAlive: true,
    ...(options.applicationName ? { application_name: options.applicationName } : {}),
  };
}

/** A pool that survives the server: a connection that breaks while idle is dropped, the next query opens another. */
export function createPool(options: ConnectionOptions): Pool {
  const config = connectionConfig(options);
  const pool = new Pool(config);
  leaveWhenSilent(pool, config);
  pool.on('error', () => undefined);
  // A connection that breaks while it is in use fails its query; its own event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
