import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A child drains in this time, or is killed. Longer than Kafka's own limit. */
const STOP_MAX_ms = 20_000;

const HERE = path.resolve(__dirname, '../..');
const DIST = path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist');

export interface Child {
  name: string;
  pid: number;
  /** Resolves with how it ended, in words; never rejects. */
  readonly ended: Promise<string>;
  /** Asks it to drain and waits; false when it had to be killed. */
  stop(): Promise<boolean>;
  /** At once, with every process of its group. */
  kill(): void;
}

export interface ChildOptions {
  name: string;
  /** Its main file in dist/. */
  file: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Called with each line of its stdout and stderr. */
  onLine: (line: string) => void;
}

/**
 * A Node process in a group of its own: a Ctrl-C in the terminal reaches only its parent, which says in which order
 * the children end. It ends by itself when its parent is gone.
 */
export function startChild({ name, file, args = [], env = {}, onLine }: ChildOptions): Child {
  const tied = path.join(DIST, 'infra/up/tied.js');
  const flags = ['--enable-source-maps', '--require', tied, path.join(DIST, file)];
  const child = spawn(process.execPath, [...flags, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    windowsHide: true,
  });
  for (const stream of [child.stdout!, child.stderr!]) createInterface({ input: stream }).on('line', onLine);
  let running = true;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // By `close`, unlike `exit`, its last words have been read.
    child.once('close', (code, signal) => resolve(signal ?? `exit ${code}`));
  }).finally(() => (running = false));
  const kill = (): void => {
    if (running && child.pid !== undefined) killGroup(child.pid);
  };
  return {
    name,
    pid: child.pid ?? 0,
    ended,
    kill,
    async stop() {
      let drained = true;
      const timer = setTimeout(() => {
        drained = false;
        kill();
      }, STOP_MAX_ms);
      if (running) child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
      return drained;
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended just now.
  }
}
