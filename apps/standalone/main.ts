import 'reflect-metadata';
import { createLog, DAY_ms, inWords, ManualClock } from '@huiyin/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../infra/postgres/embedded';
import {
  assertPortFree,
  auditSchema,
  deliverySchema,
  openDataFolder,
  readConfig,
  startServer,
  startTracingIfAsked,
  type DataFolder,
} from '@huiyin/runtime';
import { measuredFor } from '../api/targets/measured';
import { standaloneClock } from './clock';
import { composeCity, type City } from './compose';
import { buildDemoCity } from './demo/build-city';
import { readOptions, type StandaloneOptions } from './options';
import { createProgress } from './progress';
import { createSimulatedTime, type SimulatedTime } from './simulated-time';
import { StandaloneModule } from './standalone.module';
import { welcome } from './welcome';

const HOST = '127.0.0.1';
const DATABASE = 'huiyin';
const DEMO_SEED = 12_345;
const DEMO_DAYS = 365;
const VIEWS_WAIT_ms = 60_000;

class FolderInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another Huiyin: stop it first, or use --data with another folder`);
  }
}

class LivedAhead extends Error {
  constructor(folder: string, time: string) {
    super(
      `${folder} has been moved to ${time}, ahead of the real clock: use --clock simulated, or --data with another folder`,
    );
  }
}

async function main(): Promise<void> {
  const asked = readOptions(process.argv.slice(2));
  const log = createLog('standalone', process.env['LOG_LEVEL'] ?? 'warn');
  const delivery = readConfig(deliverySchema);
  const audit = readConfig(auditSchema);
  const folder = await openDataFolder(asked.data);
  const options = { ...asked, city: folder.state.begunWith ?? asked.city };
  const started = firstTime(folder, options);
  // Asked before anything is built: a demo city takes its time.
  await assertPortFree(options.port, HOST);
  const postgres = await startEmbeddedPostgres({ folder: folder.postgres });
  const stops: (() => Promise<unknown>)[] = [];
  const stop = createStop(stops, postgres);
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted = true;
      void stop().then(() => process.exit(0));
    });
  }
  stops.push(await startTracingIfAsked('huiyin-standalone', delivery));
  try {
    const lock = await lockFolder(postgres, folder);
    stops.push(() => lock.end());
    await folder.save({ begunWith: options.city });
    const manual = new ManualClock(firstInstant(folder, options, started));
    const clock = standaloneClock(manual);
    const city = await composeCity({
      databaseUrl: postgres.url(DATABASE),
      masterKeyFile: folder.masterKeyFile,
      clock,
      log,
      delivery,
      audit,
      auditFolder: folder.auditFolder,
    });
    stops.push(() => city.stop());
    await settleDown(city, folder, options, manual, started);
    manual.moveTo(await lastRecordedAt(city));
    const time = options.clock === 'simulated' ? simulated(city, folder, manual) : undefined;
    if (!time) clock.runReal();
    await city.open(time === undefined);
    const app = await startServer({
      module: StandaloneModule.with(city, time),
      port: options.port,
      host: HOST,
      log,
    });
    stops.push(() => app.close());
    process.stdout.write(await welcome(city, addressOf(app), options));
  } catch (error) {
    // In a folder that is in use, PostgreSQL is the other's.
    if (!(error instanceof FolderInUse)) await stop();
    // What was under way when it was told to end fails, and that is no news.
    if (!interrupted) throw error;
  }
}

/** Ends what was started, the last first; PostgreSQL at the very end. Once, however often it is asked for. */
function createStop(stops: (() => Promise<unknown>)[], postgres: EmbeddedPostgres): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    for (let end = stops.pop(); end; end = stops.pop()) await end().catch(() => undefined);
    await postgres.stop().catch(() => undefined);
  };
  return () => (stopping ??= stop());
}

/** Where the clock of the folder stands. Throws LivedAhead. */
function firstTime({ path, state }: DataFolder, { clock }: StandaloneOptions): string {
  const now = new Date().toISOString();
  const { simulatedNow = now } = state;
  if (clock === 'real' && simulatedNow > now) throw new LivedAhead(path, simulatedNow);
  return simulatedNow;
}

/** The lock is a session's: it ends with the process, however that ends. */
async function lockFolder(postgres: EmbeddedPostgres, folder: DataFolder): Promise<Client> {
  const server = new Client({ connectionString: postgres.url() });
  await server.connect();
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await server.query(`CREATE DATABASE ${DATABASE}`);
  const { rows } = await server.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended('huiyin standalone', 0)) AS locked",
  );
  if (rows[0]?.locked) return server;
  await server.end();
  throw new FolderInUse(folder.path);
}

/** A fresh demo city begins a year ago; a standing one goes on where it is. */
function firstInstant({ state }: DataFolder, { city }: StandaloneOptions, now: string): Date {
  const fresh = city === 'demo' && !state.city?.done;
  return new Date(Date.parse(now) - (fresh ? DEMO_DAYS * DAY_ms : 0));
}

async function settleDown(
  city: City,
  folder: DataFolder,
  options: StandaloneOptions,
  clock: ManualClock,
  now: string,
): Promise<void> {
  const standing = folder.state.city;
  if (standing?.done || options.city === 'none') return void clock.moveTo(now);
  const plan = standing ?? { seed: DEMO_SEED, cases: options.cases, builtUntil: now, done: false };
  // Written first: a city that was cut short is built to its end with the same plan.
  await folder.save({ city: plan });
  const progress = createProgress(`Building the demo city (${plan.cases} cases, ${DEMO_DAYS} days)`);
  const to_ms = Date.parse(plan.builtUntil);
  const { store, timeZone } = city.platform;
  const shown = (position: number): Promise<boolean> => city.projector.waitFor(position, VIEWS_WAIT_ms);
  await buildDemoCity({
    store,
    execute: city.platform.execute,
    measured: (command) => measuredFor({ store, views: city.views, clock, timeZone, shown }, command),
    clock,
    settle: async () => void (await city.settle()),
    nextList: () => city.rhythm.nextAt(),
    seed: plan.seed,
    cases: plan.cases,
    from_ms: to_ms - DEMO_DAYS * DAY_ms,
    to_ms,
    progress: progress.update,
  });
  await city.viewsCaughtUp();
  progress.end();
  clock.moveTo(now);
  await folder.save({ city: { ...plan, done: true } });
}

/** A move that was cut short has written further than the folder remembers. */
async function lastRecordedAt({ platform: { store } }: City): Promise<string> {
  const [last] = await store.readAll({ after: await store.head(), inclusive: true, limit: 1 });
  return last!.recordedAt;
}

/** The next instant at which anything happens by itself. */
async function nextOf({ escalation, rhythm }: City): Promise<string | undefined> {
  const times = [await escalation.nextAt(), rhythm.nextAt()].filter((at) => at !== undefined);
  return times.sort()[0];
}

const simulated = (city: City, folder: DataFolder, clock: ManualClock): SimulatedTime =>
  createSimulatedTime({
    clock,
    nextAt: () => nextOf(city),
    settle: () => city.settle(),
    settled: () => city.viewsCaughtUp(),
    keep: (time) => folder.save({ simulatedNow: time.toISOString() }),
  });

function addressOf(app: NestFastifyApplication): string {
  const { port } = app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${port}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`huiyin: ${inWords(error)}\n`);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
});
