import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { createClient, type Client } from './split/client';

const HERE = path.resolve(__dirname, '../..');
/** The compiled program, also for a compiled test. */
const DIST = path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist');
const PROGRAM = path.join(DIST, 'apps/standalone/main.js');
const START_MAX_ms = Number(process.env['HUIYIN_START_MAX_MS'] ?? 60_000);

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunningCity {
  address: string;
  client: Client;
  /** Everything that it has said so far. */
  said(): string;
  /** Sends the signal; answers how it ended. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

/** One data folder, and the compiled program on it as often as a spec starts it. */
export interface DataFolder {
  path: string;
  /** Resolves when the address is on stdout; rejects with what it said when it ends before. */
  start(...options: string[]): Promise<RunningCity>;
  /** For a start that is expected to fail. */
  run(...options: string[]): Promise<Ended>;
  /** Sends SIGTERM as soon as it has said this. */
  cutShort(said: RegExp, ...options: string[]): Promise<Ended>;
  /** Process id of its PostgreSQL; undefined when none runs. */
  postgres(): number | undefined;
  databaseUrl(): string;
  /** SIGSTOP to its PostgreSQL and all backends; answers what lets them go on. */
  freeze(): () => void;
  /**
   * SIGKILL to everything at once: the program's process group, its PostgreSQL and all backends, or (`leaveBackends`) the
   * backends are left to notice by themselves. Resolves when what was killed is gone.
   */
  crash(leaveBackends?: boolean): Promise<void>;
  /** Ends whatever still runs on it, and deletes it. */
  dispose(): Promise<void>;
}

export async function createDataFolder(): Promise<DataFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-standalone-'));
  const launchedOnes = new Set<Launched>();
  const launch = (options: readonly string[]): Launched => {
    const launched = launchProgram(['--data', folder, ...options]);
    launchedOnes.add(launched);
    void launched.ended.then(() => launchedOnes.delete(launched));
    return launched;
  };
  const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
  const pidLines = (): string[] => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []);
  const postgres = (): number | undefined => {
    const pid = Number(pidLines()[0]);
    return pid && isRunning(pid) ? pid : undefined;
  };
  return {
    path: folder,
    async start(...options) {
      const launched = launch(['--port', '0', ...options]);
      const address = await launched.address;
      return {
        address,
        client: createClient(address),
        said: launched.said,
        end(signal = 'SIGTERM') {
          launched.child.kill(signal);
          return launched.ended;
        },
      };
    },
    run: (...options) => launch(options).ended,
    async cutShort(said, ...options) {
      const launched = launch(['--port', '0', ...options]);
      const end = (): void => void (said.test(launched.said()) && launched.child.kill('SIGTERM'));
      launched.child.stderr!.on('data', end);
      return launched.ended;
    },
    postgres,
    databaseUrl: () => `postgresql://postgres@127.0.0.1:${pidLines()[3]}/huiyin`,
    freeze() {
      const server = postgres()!;
      const frozen = [server, ...childrenOf(server)];
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
      return () => frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));
    },
    async crash(leaveBackends = false) {
      const server = postgres();
      const backends = server && !leaveBackends ? childrenOf(server) : [];
      const ends = [...launchedOnes].map(({ ended }) => ended);
      for (const { child } of launchedOnes) kill(-child.pid!);
      for (const pid of server ? [server, ...backends] : []) kill(pid);
      await Promise.all(ends);
      await gone(server ? [server, ...backends] : []);
    },
    async dispose() {
      for (const { child } of launchedOnes) kill(-child.pid!);
      const pid = postgres();
      if (pid) process.kill(pid, 'SIGQUIT');
      await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

interface Launched {
  child: ChildProcess;
  address: Promise<string>;
  ended: Promise<Ended>;
  said: () => string;
}

function launchProgram(args: readonly string[]): Launched {
  const env = { ...process.env, LOG_LEVEL: 'trace', SMTP_URL: 'smtp://127.0.0.1:1', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: it can be killed with everything that it started.
    detached: true,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
  const address = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address yet: ${stderr}`)), START_MAX_ms);
    child.stdout.on('data', () => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout)?.[0];
      if (found && stdout.includes('Stop with')) resolve(found);
    });
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(`ended before it served: ${stderr}`));
    });
  });
  // A start that is expected to fail is judged by how it ended.
  address.catch(() => undefined);
  return { child, address, ended, said: () => stdout + stderr };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** `/proc/<pid>/stat`: pid (name) state parent … */
const statOf = (pid: string): { state: string; parent: number } | undefined => {
  try {
    const [state = '', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
};

export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name)?.parent === parent)
    .map(Number);

const GONE_LOOK_ms = 2;

/** They are nobody's children here whose end could be awaited. A zombie is gone: it holds nothing. */
async function gone(pids: readonly number[]): Promise<void> {
  const lives = (pid: number): boolean => !['Z', undefined].includes(statOf(String(pid))?.state);
  while (pids.some(lives)) await after(GONE_LOOK_ms);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
