import { Client, DatabaseError, type ClientConfig, type Pool, type PoolClient } from 'pg';

/** A connection that has been at work this long is owed a look at its server. */
export const PATIENCE_ms = 2_500;
/** So often it is seen whose patience has ended; no query has a clock of its own for it. */
const SEEN_EVERY_ms = 500;
/** A server that is at work greets within this; one that does not has stopped, whatever its port says. */
export const GREETING_ms = 2_000;

/**
 * A query takes as long as its work does, but does not wait for a server that has stopped speaking: its connection is
 * cut, and the query fails as with any lost connection, within PATIENCE_ms + SEEN_EVERY_ms + GREETING_ms.
 */
export function leaveWhenSilent(pool: Pool, server: ClientConfig): void {
  const busySince_ms = new Map<PoolClient, number>();
  let looking = false;
  pool.on('acquire', (client) => busySince_ms.set(client, performance.now()));
  pool.on('release', (_, client) => busySince_ms.delete(client));
  pool.on('remove', (client) => busySince_ms.delete(client));

  const look = async (): Promise<void> => {
    const latest_ms = performance.now() - PATIENCE_ms;
    const overdue = [...busySince_ms].filter(([, since_ms]) => since_ms < latest_ms);
    if (overdue.length === 0) return;
    const silent = !(await greets(server));
    for (const [client, since_ms] of overdue) {
      if (busySince_ms.get(client) !== since_ms) continue;
      if (silent) streamOf(client).destroy(silence());
      else busySince_ms.set(client, performance.now());
    }
  };
  const watch = setInterval(() => {
    if (pool.ended) clearInterval(watch);
    if (looking) return;
    looking = true;
    void look().finally(() => (looking = false));
  }, SEEN_EVERY_ms).unref();
}

/** Told like any time-out of a connection. */
const silence = (): Error =>
  Object.assign(new Error('the database has stopped speaking'), { code: 'ETIMEDOUT' });

/** What the driver's types leave out. */
const streamOf = (client: PoolClient): { destroy(error: Error): void } =>
  (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;

/** Whether the server speaks, on a connection of its own. */
async function greets(server: ClientConfig): Promise<boolean> {
  const client = new Client({
    ...server,
    connectionTimeoutMillis: GREETING_ms,
    query_timeout: GREETING_ms,
    application_name: 'huiyin greeting',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    void client.end().catch(() => undefined);
    return true;
  } catch (error) {
    // A refusal, such as too many connections, is an answer too; the driver has closed the connection.
    return error instanceof DatabaseError;
  }
}
