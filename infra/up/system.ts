import { openDataFolder } from '@huiyin/runtime/data-folder';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { kafkaMissing, KafkaUnavailable } from '../kafka';
import { APPS, startApp, type AppEnv } from './app';
import { checkPort } from './check-port';
import type { Child } from './child';
import type { UpOptions } from './options';
import type { Part } from './part';
import { startBroker, startPostgres } from './servers';

export interface System {
  /** Starts everything; resolves when all of it serves. Rejects with the reason when something does not. */
  start(): Promise<Addresses>;
  /** Resolves with the part that ended by itself, and how. */
  readonly broken: Promise<string>;
  /** The api first, then the other apps, which drain; then Kafka, then PostgreSQL. */
  stop(): Promise<void>;
  /** All at once; only PostgreSQL is still asked. */
  kill(): Promise<void>;
}

export type Addresses = readonly (readonly [part: string, address: string])[];
export type Say = (part: string, line: string) => void;

export function createSystem(options: UpOptions, say: Say): System {
  const { promise: broken, resolve: breakDown } = Promise.withResolvers<string>();
  const parts = new Map<string, Part>();
  let starting: Promise<unknown> = Promise.resolve();
  let stopping = false;

  const begin = (start: () => Part): Part => {
    if (stopping) throw new Error('stopped while it was starting');
    const part = start();
    parts.set(part.name, part);
    void part.ended.then((how) => stopping || breakDown(`${part.name} ended by itself (${how})`));
    return part;
  };
  const sayOf = (part: string) => (line: string) => say(part, line);

  async function start(): Promise<Addresses> {
    const missing = kafkaMissing();
    if (missing) throw new KafkaUnavailable(missing);
    await checkPort(options.port);
    const folder = await openDataFolder(options.data);
    // Wherever the folder is: it holds a key and a city.
    await writeFile(path.join(folder.path, '.gitignore'), '*\n');
    const database = await begin(() => startPostgres(folder.postgres, sayOf('postgres'))).ready;
    const kafkaFolder = path.join(folder.path, 'kafka');
    const brokers = await begin(() => startBroker(kafkaFolder, sayOf('kafka'))).ready;
    const env: AppEnv = {
      DATABASE_URL: database,
      KAFKA_BROKERS: brokers,
      MASTER_KEY_FILE: folder.masterKeyFile,
      AUDIT_FOLDER: folder.auditFolder,
      PORT: '0',
    };
    const [first, ...others] = APPS;
    const urls = [await begin(() => startApp(first, env, sayOf(first))).ready];
    const started = others.map((name) => {
      const own = name === 'api' ? { ...env, PORT: String(options.port) } : env;
      return begin(() => startApp(name, own, sayOf(name)));
    });
    urls.push(...(await Promise.all(started.map(({ ready }) => ready))));
    const apps = [first, ...others].map((name, index) => [name, urls[index]!] as const);
    return [...apps.toReversed(), ['PostgreSQL', database], ['Kafka', brokers]];
  }

  const drain = async (names: readonly string[]): Promise<void> => {
    const drained = names.map(async (name) => {
      if ((await parts.get(name)?.stop()) === false) say(name, 'did not drain in time and was killed');
    });
    await Promise.all(drained);
  };
  return {
    broken,
    start() {
      const started = start();
      starting = started.catch(() => undefined);
      return started;
    },
    async stop() {
      stopping = true;
      await drain(['api']);
      await drain(APPS);
      await drain(['kafka']);
      await drain(['postgres']);
      await starting;
    },
    async kill() {
      stopping = true;
      const children: Child[] = [...parts.values()];
      for (const child of children) if (child.name !== 'postgres') child.kill();
      await drain(['postgres']);
    },
  };
}
