import { createPool } from '@huiyin/database';
import { DAY_ms, ManualClock, silentLog } from '@huiyin/kernel';
import { fingerprintViews } from '@huiyin/read-models';
import { auditSchema, deliverySchema, readConfig } from '@huiyin/runtime';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { standaloneClock } from '../../standalone/clock';
import { composeCity, type City } from '../../standalone/compose';
import { buildDemoCity } from '../../standalone/demo/build-city';
import { KEPT, NOT_KEPT } from './kept-tables';

const MAIN = path.resolve(__dirname, '..', '..', '..', 'dist', 'apps', 'cli', 'main.js');
const FROM = '2026-03-02T00:00:00.000Z';
const [CASES, DAYS] = [25, 60];
const SPEC_MAX_ms = 120_000;

let folder: string;
let source: TestDatabase;
let pool: Pool;
let file: string;
const at = (name: string): string => path.join(folder, name);
const targets: TestDatabase[] = [];

const huiyin = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const on = ({ url }: TestDatabase, key = at('master.key')): string[] => [
  '--database',
  url,
  '--master-key-file',
  key,
];
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  targets.push(database);
  return database;
}

const openCity = (databaseUrl: string, clock: ManualClock): Promise<City> =>
  composeCity({
    databaseUrl,
    masterKeyFile: at('master.key'),
    clock: standaloneClock(clock),
    log: silentLog,
    // Nobody listens: what is to be sent waits.
    delivery: readConfig(deliverySchema, { SMTP_URL: 'smtp://127.0.0.1:1' }),
    audit: readConfig(auditSchema, {}),
    auditFolder: at('audit'),
  });

const noticesIn = async (from: Pool): Promise<object[]> =>
  (
    await from.query<object>(
      'SELECT event_id, recipient, channel, state, last_error_code FROM notification.notice ORDER BY 1, 2, 3',
    )
  ).rows;
const rowsOf = async (from: Pool, table: string): Promise<unknown[]> =>
  (await from.query(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows;

/** When each stream's next step falls due; which steps were taken stands in the log. */
/** What falls due when; from how much of its stream it was computed is nobody's business. */
const timersIn = (from: Pool): Promise<unknown[]> =>
  rowsOf(from, '(SELECT stream, next_at FROM escalation.timer)');

let views: Record<string, string>;
let timers: unknown[];
let end: Date;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-backup-'));
  file = at('city.backup');
  source = await createTestDatabase();
  pool = createPool({ url: source.url });
  const clock = new ManualClock(FROM);
  const city = await openCity(source.url, clock);
  const from_ms = Date.parse(FROM);
  await buildDemoCity({
    ...{ store: city.platform.store, execute: city.platform.execute, clock, seed: 7, cases: CASES },
    ...{ from_ms, to_ms: from_ms + DAYS * DAY_ms, progress: () => undefined },
    settle: async () => void (await city.settle()),
  });
  await city.settle();
  await city.viewsCaughtUp();
  views = await fingerprintViews(pool);
  timers = await timersIn(pool);
  end = clock.now();
  await city.open(false);
  await city.stop();
  await tellOne();
}, SPEC_MAX_ms);

/** As if the notices had been planned, and one of them told, before the backup. */
async function tellOne(): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM event_store.event WHERE type = 'CaseSent' ORDER BY position LIMIT 2",
  );
  for (const [index, state] of ['sent', 'pending'].entries())
    await pool.query(
      `INSERT INTO notification.notice (event_id, recipient, channel, state, template, language, facts, next_attempt_at,
         created_at) VALUES ($1, 'office:housing', 'webhook', $2, 't', 'en', '{}', now(), now())`,
      [rows[index]!.id, state],
    );
}

afterAll(async () => {
  await pool.end();
  for (const database of [source, ...targets]) await database.drop();
  await rm(folder, { recursive: true });
});

describe('huiyin backup and restore', () => {
  it('make the same log, keys and ledger again, and from them the same views and timers, and nothing twice', async () => {
    expect(huiyin('backup', '--out', file, ...on(source))).toMatchObject({ status: 0, stdout: '' });
    const target = await emptyDatabase();
    const done = huiyin('restore', file, ...on(target));
    expect(done).toMatchObject({ status: 0, stderr: '' });
    const restored = createPool({ url: target.url });
    try {
      for (const table of ['event_store.event', 'privacy.subject_key', 'privacy.master_key_check'])
        expect(await rowsOf(restored, table)).toEqual(await rowsOf(pool, table));
      expect(await noticesIn(restored)).toEqual(
        (await noticesIn(pool)).map((notice) =>
          (notice as { state: string }).state === 'pending'
            ? { ...notice, state: 'parked', last_error_code: 'may-be-told' }
            : notice,
        ),
      );
      const head = (await rowsOf(pool, 'event_store.event')).length;
      const city = await openCity(target.url, new ManualClock(end.toISOString()));
      await city.settle();
      await city.viewsCaughtUp();
      await city.open(false);
      await city.settle();
      // No step was taken again, nothing waits to be sent.
      expect(await city.platform.store.head()).toBe(head);
      expect(await timersIn(restored)).toEqual(timers);
      expect(await fingerprintViews(restored)).toEqual(views);
      await city.stop();
      const states = new Set(
        (await noticesIn(restored)).map((notice) => (notice as { state: string }).state),
      );
      expect(states).not.toContain('pending');
      expect(states).not.toContain('sending');
    } finally {
      await restored.end();
    }
  });

  it('refuse a place that is not empty, and leave it as it is', async () => {
    const before = await rowsOf(pool, 'event_store.event');
    expect(huiyin('restore', file, ...on(source))).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^huiyin: not-empty: the event store holds events: .*\n$/),
    });
    expect(await rowsOf(pool, 'event_store.event')).toEqual(before);
  });

  it('refuse a master key that is missing or another, and make none', async () => {
    const target = await emptyDatabase();
    const other = at('other.key');
    expect(huiyin('restore', file, ...on(target, other))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^huiyin: master-key-missing: .*\n$/),
    });
    await expect(readFile(other)).rejects.toMatchObject({ code: 'ENOENT' });
    await writeFile(other, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    expect(huiyin('restore', file, ...on(target, other))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^huiyin: wrong-master-key: .*\n$/),
    });
  });

  it('refuse a file that is cut off, changed, foreign, newer or not there, in one line, and write nothing', async () => {
    const target = await emptyDatabase();
    const whole = await readFile(file);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed[whole.length >> 1]! ^ 1, whole.length >> 1);
    const files = [
      ['backup-damaged', whole.subarray(0, whole.length - 100)],
      ['backup-damaged', changed],
      ['backup-foreign', Buffer.from('PGDMP')],
      ['backup-too-new', Buffer.from('huiyin-backup 9\n')],
    ] as const;
    for (const [code, bytes] of files) {
      await writeFile(at('bad.backup'), bytes);
      expect(huiyin('restore', at('bad.backup'), ...on(target))).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(new RegExp(`^huiyin: ${code}: .*\n$`)),
      });
    }
    expect(huiyin('restore', at('nowhere'), ...on(target)).status).toBe(2);
    const restored = createPool({ url: target.url });
    expect(await rowsOf(restored, 'event_store.event')).toEqual([]);
    expect(await rowsOf(restored, 'privacy.subject_key')).toEqual([]);
    await restored.end();
    // The same place still takes the good one.
    await cp(file, at('bad.backup'));
    expect(huiyin('restore', at('bad.backup'), ...on(target)).status).toBe(0);
  });

  it('leave nothing under the name when they cannot be finished', async () => {
    const gone = { url: source.url.replace(/\/[^/]*$/, '/not_there') } as TestDatabase;
    expect(huiyin('backup', '--out', at('unfinished'), ...on(gone)).status).toBe(1);
    await expect(readFile(at('unfinished'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('every table of an installation is either kept, or said to be made again', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const patterns = Object.keys(NOT_KEPT).map((one) => new RegExp(`^${one.replaceAll('%', '.*')}$`));
  const kept = new Set(KEPT.map(({ name }) => name));
  const undecided = rows.filter(({ name }) => !kept.has(name) && !patterns.some((one) => one.test(name)));
  expect(undecided).toEqual([]);
});
