import { followRules } from '@huiyin/command-handler';
import {
  createMemoryEventStore,
  createPostgresEventStore,
  openKurrentDbEventStore,
  type EventStore,
} from '@huiyin/event-store';
import { createLog, systemClock } from '@huiyin/kernel';
import { bundledRules, type RuleBook } from '@huiyin/policy';
import { adoptBundled } from '@huiyin/runtime/adopt-bundled';
import { eventStoreSchema, readConfig } from '@huiyin/runtime/config';
import { openDataFolder } from '@huiyin/runtime/data-folder';
import { createPlatform, type Platform } from '@huiyin/runtime/platform';
import { Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded';
import { CliError } from './failure';

export interface ConnectOptions {
  database?: string;
  masterKeyFile?: string;
  data: string;
}

/** Which Huiyin a command works on: options that every such command has. */
export const withConnection = (command: Command): Command =>
  command
    .addOption(new Option('--database <url>', 'PostgreSQL of a running installation').env('DATABASE_URL'))
    .addOption(
      new Option('--master-key-file <file>', 'its master key; goes with --database').env('MASTER_KEY_FILE'),
    )
    .option('--data <folder>', 'without --database: the data folder of npm start', '.huiyin');

/** As apps/standalone names it. */
const EMBEDDED_DATABASE = 'huiyin';

export interface Reached {
  databaseUrl: string;
  masterKeyFile: string;
  end(): Promise<void>;
}

/** The platform, with what is bundled adopted; `close` leaves a database server that ran before running. */
export async function connect(
  options: ConnectOptions,
): Promise<{ platform: Platform; close(): Promise<void> }> {
  const reached = await reach(options);
  try {
    const log = createLog('cli', process.env['LOG_LEVEL'] ?? 'warn');
    const platform = await createPlatform({ ...reached, clock: systemClock, log });
    const close = async (): Promise<void> => {
      await platform.close();
      await reached.end();
    };
    try {
      await adoptBundled(platform);
      return { platform, close };
    } catch (error) {
      await platform.close();
      throw error;
    }
  } catch (error) {
    await reached.end();
    throw error;
  }
}

export interface ReadOnly {
  store: EventStore;
  rules: () => RuleBook;
  close(): Promise<void>;
}

/** What is there, without making anything: no folder, no schema, no event. What is not there yet reads as empty. */
export async function connectReadOnly(options: ConnectOptions): Promise<ReadOnly> {
  const isThere = options.database ?? existsSync(path.join(options.data, 'postgres', 'PG_VERSION'));
  const reached = isThere ? await reach(options) : undefined;
  try {
    const { store } = await openAsItIs(reached?.databaseUrl);
    const rules = await followRules(store);
    const adopted = (await store.head()) > 0;
    return {
      store,
      rules: adopted ? rules.current : () => bundledRules,
      async close() {
        await rules.stop();
        await store.close();
        await reached?.end();
      },
    };
  } catch (error) {
    await reached?.end();
    throw error;
  }
}

/** The log where the environment says that it is; an empty one in memory where there is none yet. */
export async function openAsItIs(
  databaseUrl: string | undefined,
): Promise<{ store: EventStore; eventStore: 'postgres' | 'kurrentdb' }> {
  const { kurrentDb } = readConfig(eventStoreSchema);
  if (kurrentDb) return { store: await openKurrentDbEventStore(kurrentDb), eventStore: 'kurrentdb' };
  const stored = databaseUrl !== undefined && (await hasLog(databaseUrl));
  const store = stored ? createPostgresEventStore({ url: databaseUrl }) : createMemoryEventStore();
  return { store, eventStore: 'postgres' };
}

async function hasLog(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ log: string | null }>(
      "SELECT to_regclass('event_store.event') AS log",
    );
    return rows[0]!.log !== null;
  } catch (error) {
    const NO_SUCH_DATABASE = '3D000';
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** Where its database and its master key are. `end` leaves a server that ran before running. */
export async function reach({ database, masterKeyFile, data }: ConnectOptions): Promise<Reached> {
  if (database === undefined) return reachFolder(data);
  if (!/^postgres(ql)?:\/\//.test(database)) {
    throw new CliError('usage', '--database must start with postgresql://');
  }
  if (!URL.canParse(database)) {
    const wanted = 'postgresql://user:password@host:5432/database';
    throw new CliError('bad-connection-string', `--database is malformed: it must be ${wanted}`);
  }
  if (!masterKeyFile) throw new CliError('usage', '--database needs --master-key-file too');
  return { databaseUrl: database, masterKeyFile, end: async () => undefined };
}

async function reachFolder(data: string): Promise<Reached> {
  const folder = await openDataFolder(data);
  const before = await serverOf(folder.postgres);
  const postgres = await startEmbeddedPostgres({ folder: folder.postgres });
  const joined = before !== undefined && before === (await serverOf(folder.postgres));
  const end = async (): Promise<void> => (joined ? undefined : postgres.stop());
  try {
    await makeDatabase(postgres.url());
  } catch (error) {
    await end();
    throw error;
  }
  return { databaseUrl: postgres.url(EMBEDDED_DATABASE), masterKeyFile: folder.masterKeyFile, end };
}

/** The process id and start time of the server on this folder, as its postmaster.pid says. */
async function serverOf(folder: string): Promise<string | undefined> {
  const lines = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  return lines?.split('\n').slice(0, 3).join(' ');
}

async function makeDatabase(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      EMBEDDED_DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${EMBEDDED_DATABASE}`);
  } finally {
    await client.end();
  }
}
