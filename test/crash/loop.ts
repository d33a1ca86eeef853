import { createPool } from '@huiyin/database';
import { createRandom, type Random } from '@huiyin/kernel';
import { setTimeout as after } from 'node:timers/promises';
import { createDataFolder, type DataFolder, type RunningCity } from '../flow/standalone-process';
import { foundOffices } from './city';
import { assertGrown } from './checkpoints';
import { assertLog, assertStored, assertViews } from './invariants';
import { advance, emptyLedger, settleOne, worker, type Ledger } from './load';

export interface CrashOptions {
  rounds: number;
  /** The same seed kills at the same points of the same commands, as far as the machine's timing lets it. */
  seed: number;
  say: (line: string) => void;
}

export interface CrashReport {
  rounds: number;
  acknowledged: number;
  /** Answered by nobody when the kill came, and settled by sending them again. */
  settledAfter: number;
  events: number;
}

const WORKERS = 4;
const NONE = ['--city', 'none', '--clock', 'simulated'];
/** Of a start: kills before it serves come at any point of it. */
const STARTING_MAX_ms = 1_500;
const ACKNOWLEDGEMENTS_MAX = 40;
/** After the last awaited answer, so that the kill falls anywhere within a command. */
const WITHIN_COMMAND_MAX_ms = 12;

/** Starts, loads, kills everything at a random point, starts again, and looks whether all that was promised holds. */
export async function runCrashLoop({ rounds, seed, say }: CrashOptions): Promise<CrashReport> {
  const random = createRandom(seed);
  const folder = await createDataFolder();
  const ledger = emptyLedger();
  const checkpoints: string[] = [];
  let settledAfter = 0;
  let events = 0;
  try {
    for (let round = 0; ; round += 1) {
      if (random.chance(0.2)) await crashWhileStarting(folder, random);
      const city = await folder.start(...NONE);
      if (round === 0) await foundOffices(city);
      settledAfter += ledger.open.size;
      events = await check(folder, city, ledger, checkpoints);
      if (round === rounds) break;
      const how = await loadAndCrash(folder, city, ledger, random);
      say(
        `round ${round + 1}: began with ${events} events, ${how}; ${ledger.acknowledged.size} acknowledged so far`,
      );
    }
    return { rounds, acknowledged: ledger.acknowledged.size, settledAfter, events };
  } finally {
    await folder.crash();
    await folder.dispose();
  }
}

async function crashWhileStarting(folder: DataFolder, random: Random): Promise<void> {
  const starting = folder.start(...NONE).catch(() => undefined);
  await Promise.race([starting, after(random.between(0, STARTING_MAX_ms))]);
  await folder.crash();
  await starting;
}

async function loadAndCrash(
  folder: DataFolder,
  { client }: RunningCity,
  ledger: Ledger,
  random: Random,
): Promise<string> {
  const upTo = random.between(1, ACKNOWLEDGEMENTS_MAX);
  const within_ms = random.between(0, WITHIN_COMMAND_MAX_ms);
  const leaveBackends = random.chance(0.3);
  let told = 0;
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const tell = (): void => void (++told === upTo && resolve());
  const busy = new Set<never>();
  const workers = Array.from({ length: WORKERS }, (_, n) =>
    worker(client, createRandom(random.between(0, 2 ** 31) + n), ledger, busy, tell),
  );
  await Promise.race([enough, Promise.all(workers)]);
  if (told < upTo)
    throw new Error(
      `the server refused commands before it was killed: ${told} of ${upTo}: ${String(ledger.ended)}`,
    );
  await after(within_ms);
  await folder.crash(leaveBackends);
  await Promise.all(workers);
  return `killed ${within_ms} ms after answer ${upTo}${leaveBackends ? ', backends left to themselves' : ''}`;
}

/** Every promise, after everything that was open has been settled. Answers how many events there are. */
async function check(
  folder: DataFolder,
  { address, client }: RunningCity,
  ledger: Ledger,
  checkpoints: string[],
): Promise<number> {
  for (const sent of [...ledger.open]) await settleOne(client, ledger, sent);
  await advance(client, 'PT0S');
  const pool = createPool({ url: folder.databaseUrl() });
  try {
    await assertLog(pool);
    await assertStored(pool, ledger.acknowledged);
    await assertViews(folder.databaseUrl(), pool);
    await assertGrown(address, client, checkpoints);
    const { rows } = await pool.query<{ events: number }>(
      'SELECT count(*)::integer AS events FROM event_store.event',
    );
    return rows[0]!.events;
  } finally {
    await pool.end();
  }
}
