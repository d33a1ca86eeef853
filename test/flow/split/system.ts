import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startKafka, type Kafka } from '../../../infra/kafka';
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from '../../../infra/postgres/embedded';
import { APPS, startApp, type AppEnv, type AppName } from '../../../infra/up/app';
import type { Part } from '../../../infra/up/part';
import { Client as Session } from 'pg';
import { createClient, type Client } from './client';
import { openMailbox, type Mailbox } from './mailbox';
import { within } from './within';

const START_MAX_ms = 120_000;
const DATABASE = 'huiyin';
/** Lines of an app that are shown when it ended by itself. */
const LAST_WORDS = 12;

/** The split mode as `npm run up` starts it, on servers that a spec can take away. */
export interface SplitSystem {
  client: Client;
  mailbox: Mailbox;
  brokers: readonly string[];
  databaseUrl: string;
  /** Everything that any process has said, one line each. */
  lines: string[];
  /** Apps that ended without having been asked to. */
  died: string[];
  urlOf(name: AppName): string;
  /** `kill -9`, then waits until it is gone. */
  kill(name: AppName): Promise<void>;
  start(name: AppName): Promise<void>;
  postgresAway(): Promise<void>;
  postgresBack(): Promise<void>;
  kafkaAway(): Promise<void>;
  kafkaBack(): Promise<void>;
  /** What PostgreSQL and Kafka have written to their own logs. */
  serverLogs(): Promise<string>;
  /** Drains every app; answers those that had to be killed. */
  stopApps(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startSplit(): Promise<SplitSystem> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-split-'));
  const postgresFolder = path.join(folder, 'pg');
  const kafkaFolder = path.join(folder, 'kafka');
  const port = await freePort();
  // The later setting counts: the same port each time.
  const startPostgres = () =>
    startEmbeddedPostgres({ folder: postgresFolder, settings: ['fsync=off', `port=${port}`] });
  let postgres: EmbeddedPostgres | undefined = await startPostgres();
  const urlTo = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  await createDatabase(urlTo('postgres'));
  let kafka: Kafka | undefined = await startKafka({ folder: kafkaFolder });
  const { brokers } = kafka;
  const mailbox = await openMailbox();
  const env: AppEnv = {
    DATABASE_URL: urlTo(DATABASE),
    KAFKA_BROKERS: brokers.join(','),
    MASTER_KEY_FILE: path.join(folder, 'master.key'),
    AUDIT_FOLDER: path.join(folder, 'audit'),
    PORT: '0',
    SMTP_URL: mailbox.url,
    HUIYIN_LANGUAGE: 'en',
    LOG_LEVEL: 'debug',
  };
  const lines: string[] = [];
  const died: string[] = [];
  const apps = new Map<AppName, Part>();
  const urls = new Map<AppName, string>();
  const leaving = new Set<Part>();

  const start = async (name: AppName): Promise<void> => {
    const app = startApp(name, env, (line) => lines.push(`${name} | ${line}`));
    apps.set(name, app);
    const lastWords = () => lines.filter((line) => line.startsWith(`${name} | `)).slice(-LAST_WORDS);
    void app.ended.then(
      (how) => leaving.has(app) || died.push(`${name} (${how}): ${lastWords().join('\n')}`),
    );
    urls.set(name, await app.ready);
  };
  const stopApps = async (): Promise<string[]> => {
    const stuck = [...apps.values()].map(async (app) => {
      leaving.add(app);
      return (await app.stop()) ? [] : [app.name];
    });
    return (await Promise.all(stuck)).flat();
  };
  await start(APPS[0]);
  await within(START_MAX_ms, 'the apps are ready', Promise.all(APPS.slice(1).map(start)));
  return {
    client: createClient(urls.get('api')!),
    mailbox,
    brokers,
    databaseUrl: urlTo(DATABASE),
    lines,
    died,
    urlOf: (name) => urls.get(name)!,
    start,
    stopApps,
    async kill(name) {
      const app = apps.get(name)!;
      leaving.add(app);
      app.kill();
      await app.ended;
    },
    async postgresAway() {
      await postgres!.stop();
      postgres = undefined;
    },
    postgresBack: async () => void (postgres = await startPostgres()),
    async kafkaAway() {
      await kafka!.stop();
      kafka = undefined;
    },
    kafkaBack: async () =>
      void (kafka = await startKafka({ folder: kafkaFolder, port: Number(brokers[0]!.split(':')[1]) })),
    serverLogs: async () =>
      (
        await Promise.all(
          [path.join(postgresFolder, 'server.log'), path.join(kafkaFolder, 'server.log')].map((file) =>
            readFile(file, 'utf8'),
          ),
        )
      ).join('\n'),
    async stop() {
      await stopApps();
      await mailbox.close();
      await kafka?.stop();
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  const session = new Session({ connectionString: url });
  await session.connect();
  await session.query(`CREATE DATABASE ${DATABASE}`);
  await session.end();
}
