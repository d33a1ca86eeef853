import { connectionConfig } from '@huiyin/database';
import { Client } from 'pg';

/** One consumer per group and log at a time; the others stand by. */
export interface Lease {
  /** Resolves when it is this consumer's turn; undefined when the signal came first. */
  hold(group: string, signal: AbortSignal): Promise<HeldLease | undefined>;
}

export interface HeldLease {
  /** Resolves when the lease is gone without having been given up, or was given up. */
  readonly over: Promise<void>;
  giveUp(): Promise<void>;
}

/** For one process: specs, and stores that live in memory. */
export function createMemoryLease(): Lease {
  const tails = new Map<string, Promise<void>>();
  return {
    hold: async (group, signal) => {
      const before = tails.get(group) ?? Promise.resolve();
      const { promise: over, resolve: end } = Promise.withResolvers<void>();
      tails.set(
        group,
        before.then(() => over),
      );
      const aborted = new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => resolve(), { once: true }),
      );
      if (!signal.aborted) await Promise.race([before, aborted]);
      if (signal.aborted) {
        end();
        return undefined;
      }
      return { over, giveUp: async () => end() };
    },
  };
}

/** A statement that waits for ever would hold back the vacuum of the whole database. */
const WAIT_IN_ONE_STATEMENT_ms = 20_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** An advisory lock on a connection of its own: it ends with the process, however that ends. */
export function createPostgresLease(url: string): Lease {
  return { hold: (group, signal) => holdOn(url, group, signal) };
}

async function holdOn(url: string, group: string, signal: AbortSignal): Promise<HeldLease | undefined> {
  const client = new Client(connectionConfig({ url, applicationName: `huiyin lease ${group}` }));
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  client.on('error', () => end());
  client.on('end', () => end());
  const close = () => client.end().catch(() => undefined);
  const abandoned = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => abandoned.resolve(), { once: true });
  try {
    // pg never settles a connect() that end() cuts short, so whoever abandons does not wait for it.
    if (!signal.aborted) await Promise.race([takeTurn(client, group), abandoned.promise]);
    if (!signal.aborted) return { over, giveUp: close };
  } catch (error) {
    void close();
    if (!signal.aborted) throw error;
  }
  void close();
  return undefined;
}

async function takeTurn(client: Client, group: string): Promise<void> {
  await client.connect();
  await client.query(`SET lock_timeout = ${WAIT_IN_ONE_STATEMENT_ms}`);
  while (!(await tryHold(client, group)));
}

async function tryHold(client: Client, group: string): Promise<boolean> {
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [
      JSON.stringify(['messaging.group', group]),
    ]);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}
