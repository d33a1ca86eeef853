import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../postgres/embedded';
import { ensureJars } from './jars';
import { address, settings, type BrokerPlace } from './settings';
import { findJava, KafkaFailed } from './tools';

const START_MAX_ms = 60_000;
/** A clean stop writes the snapshot of the metadata; past this the process is killed. */
const STOP_MAX_ms = 15_000;
const HEAP_MAX_MB = 512;
const LOG_LINES_SHOWN = 5;
const CLUSTER_ID_BYTES = 16;
const STARTED = 'Kafka Server started';
/** Bit-for-bit the same broker, only quicker to start and smaller: it serves one machine. */
const JAVA_FLAGS = [`-Xmx${HEAP_MAX_MB}m`, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'];

/**
 * The broker ends when this process does, however that ends: the watcher reads a pipe that only this process holds
 * open, and kills the broker at its end.
 */
const TIED_TO_PARENT = `
"$@" 3<&- & broker=$!
(cat <&3 >/dev/null; kill -KILL $broker) 2>/dev/null & watcher=$!
trap 'kill -TERM $broker' TERM INT
wait $broker; status=$?
if kill -0 $broker 2>/dev/null; then wait $broker; status=$?; fi
kill $watcher 2>/dev/null
exit $status`;

export interface KafkaOptions {
  /** Data, settings and log; kept across restarts. */
  folder: string;
  /** A free one when not given. */
  port?: number;
}

export interface Kafka {
  brokers: string[];
  /** Of the process that holds the broker. */
  pid: number;
  stop(): Promise<void>;
}

/** Rejects with KafkaUnavailable when something must be installed first, with KafkaFailed when the broker does not come up. */
export async function startKafka({ folder, port }: KafkaOptions): Promise<Kafka> {
  const java = findJava();
  const jars = await ensureJars();
  const base = path.resolve(folder);
  const place: BrokerPlace = {
    port: port ?? (await freePort()),
    controllerPort: await freePort(),
    data: path.join(base, 'data'),
  };
  await mkdir(base, { recursive: true });
  const file = path.join(base, 'server.properties');
  await writeFile(file, settings(place));
  const run = runner(java, jars, base);
  if (!existsSync(path.join(place.data, 'meta.properties'))) {
    // Never a dash first: the storage tool would take it for an option.
    const clusterId = `h${randomBytes(CLUSTER_ID_BYTES).toString('base64url').slice(1)}`;
    await finished(run(['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', file]), base);
  }
  const child = run(['kafka.Kafka', file]);
  await started(child, base);
  child.unref();
  return { brokers: [address(place)], pid: child.pid!, stop: () => stop(child) };
}

function runner(java: string, jars: string, base: string) {
  const log4j = path.join(__dirname, 'log4j2.properties');
  const flags = [...JAVA_FLAGS, '-cp', path.join(jars, '*'), `-Dlog4j2.configurationFile=${log4j}`];
  return (args: readonly string[]): ChildProcess => {
    const command = [java, ...flags, `-Dhuiyin.kafka.log=${logFile(base)}`, ...args];
    const child = spawn('sh', ['-c', TIED_TO_PARENT, 'kafka', ...command], {
      cwd: base,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    // Nothing of the child may keep this process from ending.
    for (const stream of child.stdio) (stream as { unref?: () => void } | null)?.unref?.();
    // Ends the watcher too: its reader holds the other end of this pipe.
    child.once('exit', () => letGo(child));
    return child;
  };
}

const letGo = (child: ChildProcess): void => (child.stdio[3] as unknown as { destroy(): void }).destroy();

const logFile = (base: string): string => path.join(base, 'server.log');

function finished(child: ChildProcess, base: string): Promise<void> {
  let said = '';
  child.stdout!.resume();
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else void failure('its storage could not be made', said, base).then(reject);
    });
  });
}

function started(child: ChildProcess, base: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => void failure(why, said, base).then(reject);
    const timer = setTimeout(() => {
      letGo(child);
      fail(`it did not come up in ${START_MAX_ms / 1_000} s`);
    }, START_MAX_ms);
    const listen = (chunk: Buffer) => {
      if (!said.includes(STARTED)) said += chunk.toString();
      if (!said.includes(STARTED)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with exit code ${code}`);
    });
  });
}

async function failure(why: string, said: string, base: string): Promise<KafkaFailed> {
  const log = await readFile(logFile(base), 'utf8').catch(() => '');
  const shown = `${log}\n${said}`.split('\n').filter(Boolean).slice(-LOG_LINES_SHOWN).join(' | ');
  return new KafkaFailed(`Kafka did not start, ${why}: ${shown}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    // Closing the pipe makes the watcher kill the broker itself, not only the shell that holds it.
    const timer = setTimeout(() => letGo(child), STOP_MAX_ms);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
