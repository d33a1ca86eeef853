import { createPool } from '@huiyin/database';
import { createRandom, type Random } from '@huiyin/kernel';
import { fingerprintViews } from '@huiyin/read-models';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { foundOffices } from '../crash/city';
import { assertLog, assertStored, foldViews } from '../crash/invariants';
import { advance, emptyLedger, worker, type Ledger } from '../crash/load';
import { createDataFolder, type DataFolder, type RunningCity } from '../flow/standalone-process';
import { huiyin } from './huiyin';
import { assertRoot } from './root';
import { decryptSample } from './sample';

const NONE = ['--city', 'none', '--clock', 'simulated'];
const WORKERS = 4;
const COMMANDS_BEFORE = 60;
const COMMANDS_AFTER = 30;

interface Drill {
  random: Random;
  say: (line: string) => void;
  ledger: Ledger;
  /** Outside the installation: what an operator keeps elsewhere. */
  vault: string;
}

/** What the vault and the operator know when the installation is gone. */
interface Kept {
  file: string;
  checkpoint: string;
  key: string;
  views: Record<string, string>;
  head: number;
  /** Notices that had gone out when the backup was whole. */
  sent: ReadonlySet<string>;
}

/** Backs up under load, destroys, restores, and compares with what was kept elsewhere. Rejects at the first step that fails. */
export async function drill({ seed, say }: { seed: number; say: (line: string) => void }): Promise<void> {
  const vault = await mkdtemp(path.join(tmpdir(), 'huiyin-vault-'));
  const [lost, restored] = [await createDataFolder(), await createDataFolder()];
  const run: Drill = { random: createRandom(seed), say, ledger: emptyLedger(), vault };
  try {
    const kept = await liveAndBackUp(run, lost);
    await lost.crash();
    await rm(lost.path, { recursive: true });
    say('destroyed: every process killed, the data folder deleted');
    await cp(path.join(vault, 'master.key'), path.join(restored.path, 'master.key'));
    say(`restored: ${(await huiyin('restore', kept.file, '--data', restored.path)).trim()}`);
    await judge(run, restored, kept);
  } finally {
    for (const folder of [lost, restored]) {
      await folder.crash();
      await folder.dispose();
    }
    await rm(vault, { recursive: true });
  }
}

const text = async (address: string, method = 'GET'): Promise<string> =>
  (await fetch(address, { method })).text();

async function liveAndBackUp({ random, say, ledger, vault }: Drill, folder: DataFolder): Promise<Kept> {
  const city = await folder.start(...NONE);
  await foundOffices(city);
  const load = startLoad(city, random, ledger);
  await load.answered(COMMANDS_BEFORE);
  const checkpoint = await text(`${city.address}/audit/checkpoint`, 'POST');
  const key = (await text(`${city.address}/audit/key`)).trim();
  say(`checkpoint signed under load, kept outside: ${checkpoint.split('\n')[1]} events`);
  const file = path.join(vault, 'city.backup');
  const said = await huiyin('backup', '--out', file, '--data', folder.path);
  const head = Number(/position (\d+)/.exec(said)?.[1]);
  const sent = await sentNotices(folder);
  say(
    `backed up under load: up to position ${head}, after ${load.count()} answers, ${sent.size} notices sent`,
  );
  await load.answered(load.count() + COMMANDS_AFTER);
  await text(`${city.address}/audit/checkpoint`, 'POST');
  await cp(path.join(folder.path, 'audit'), path.join(vault, 'audit'), { recursive: true });
  for (const name of ['master.key', 'audit.key'])
    await cp(path.join(folder.path, name), path.join(vault, name));
  const views = await foldViews(folder.databaseUrl(), head);
  say(`more happens, and is going to be lost: ${ledger.acknowledged.size} commands acknowledged by now`);
  load.stop();
  return { file, checkpoint, key, views, head, sent };
}

function startLoad({ client }: RunningCity, random: Random, ledger: Ledger) {
  let count = 0;
  const waiting: { from: number; resolve: () => void }[] = [];
  const told = (): void => {
    count += 1;
    for (const { from, resolve } of waiting) if (count >= from) resolve();
  };
  const busy = new Set<never>();
  const workers = Array.from({ length: WORKERS }, (_, n) =>
    worker(client, createRandom(random.between(0, 2 ** 31) + n), ledger, busy, told),
  );
  const ended = Promise.all(workers).then(() => Promise.reject(new Error('the server refused commands')));
  ended.catch(() => undefined);
  return {
    count: () => count,
    answered: (from: number) =>
      Promise.race([ended, new Promise<void>((resolve) => waiting.push({ from, resolve }))]),
    /** They end with the server. */
    stop: () => undefined,
  };
}

async function judge(run: Drill, folder: DataFolder, kept: Kept): Promise<void> {
  const { say, vault, random, ledger } = run;
  await cp(path.join(vault, 'audit.key'), path.join(folder.path, 'audit.key'));
  await mkdir(path.join(folder.path, 'audit'), { recursive: true });
  await cp(path.join(vault, 'audit'), path.join(folder.path, 'audit'), { recursive: true });
  const city = await folder.start(...NONE);
  const pool = createPool({ url: folder.databaseUrl() });
  try {
    say(
      `root: recomputed over ${await assertRoot(pool, kept.checkpoint, kept.key)} events, as signed and kept outside`,
    );
    const before = [...ledger.acknowledged].filter(([, { position }]) => position <= kept.head);
    await assertStored(pool, new Map(before));
    say(`commands: ${before.length} acknowledged before the backup, each stored where it was answered`);
    const sample = await decryptSample(
      folder.databaseUrl(),
      pool,
      path.join(folder.path, 'master.key'),
      random,
    );
    say(`keys: ${sample} registrations opened, as they were given`);
    await assertRebuilt(folder.databaseUrl(), pool, kept);
    say(`views: rebuilt, ${Object.keys(kept.views).length} hashes as before the loss`);
    await advance(city.client, 'PT0S');
    await assertLog(pool);
    say('escalation: every step that is due is taken, none twice');
    const held = await assertNobodyToldTwice(pool, kept);
    say(`notices: none sent or about to be sent that may have been told; ${held} wait for a person`);
  } finally {
    await pool.end();
  }
  await assertNewEpoch(run, folder, city);
}

async function assertRebuilt(databaseUrl: string, pool: Pool, { views, head }: Kept): Promise<void> {
  const again = await foldViews(databaseUrl, head);
  for (const [name, print] of Object.entries(views))
    if (again[name] !== print) throw new Error(`view ${name}: ${again[name]}, before the loss ${print}`);
  const live = await foldViews(databaseUrl);
  const shown = await fingerprintViews(pool);
  for (const [name, print] of Object.entries(live))
    if (shown[name] !== print) throw new Error(`view ${name} shows ${shown[name]}, the log gives ${print}`);
}

const SENT =
  "SELECT concat_ws(' ', event_id, recipient, channel) AS notice FROM notification.notice WHERE state = 'sent'";

async function sentNotices(folder: DataFolder): Promise<ReadonlySet<string>> {
  const pool = createPool({ url: folder.databaseUrl() });
  try {
    const { rows } = await pool.query<{ notice: string }>(SENT);
    return new Set(rows.map(({ notice }) => notice));
  } finally {
    await pool.end();
  }
}

/** Of what happened up to the restored head only: later steps are taken again, and told (docs/adr/0014-backup.md). */
async function assertNobodyToldTwice(pool: Pool, { head, sent }: Kept): Promise<number> {
  const { rows } = await pool.query<{ notice: string; state: string }>(
    `SELECT concat_ws(' ', event_id, recipient, channel) AS notice, state FROM notification.notice n
       JOIN event_store.event e ON e.id::text = n.event_id WHERE e.position <= $1`,
    [head],
  );
  const again = rows.find(
    ({ notice, state }) => !SETTLED.includes(state) && !(state === 'sent' && sent.has(notice)),
  );
  if (again) throw new Error(`it may be told twice: ${again.notice} is ${again.state}`);
  return rows.filter(({ state }) => state === 'parked').length;
}
const SETTLED: readonly string[] = ['parked', 'no-channel'];

/** The log is shorter than what was signed last: it says so, and goes on only under an origin that names that checkpoint. */
async function assertNewEpoch({ say }: Drill, folder: DataFolder, city: RunningCity): Promise<void> {
  const refused = await fetch(`${city.address}/audit/checkpoint`, { method: 'POST' });
  if (refused.status !== 503) throw new Error(`a log that lost events was signed: ${refused.status}`);
  const last = await text(`${city.address}/audit/checkpoint`);
  await city.end();
  await huiyin('audit-epoch', '--data', folder.path);
  const again = await folder.start(...NONE);
  const note = await text(`${again.address}/audit/checkpoint`, 'POST');
  const [origin, size, root] = last.split('\n');
  if (!note.includes(`after ${origin} ${size} ${root}`))
    throw new Error(`the new epoch does not name the old checkpoint: ${note}`);
  await again.end();
  say(`audit: a shorter log was not signed; ${note.split('\n')[0]} names ${origin} at ${size}`);
}
