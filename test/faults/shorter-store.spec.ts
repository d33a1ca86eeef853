import { createPool } from '@huiyin/database';
import { DAY_ms, ManualClock, silentLog } from '@huiyin/kernel';
import type { LogConsumption } from '@huiyin/messaging';
import { auditSchema, deliverySchema, readConfig } from '@huiyin/runtime';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { standaloneClock } from '../../apps/standalone/clock';
import { composeCity, type City } from '../../apps/standalone/compose';
import { buildDemoCity } from '../../apps/standalone/demo/build-city';
import { assertLog, assertViews } from '../crash/invariants';

const FROM = '2026-03-02T00:00:00.000Z';
const [CASES, DAYS] = [15, 40];
const SPEC_MAX_ms = 120_000;

let database: TestDatabase;
let pool: Pool;
let folder: string;
const clock = new ManualClock(FROM);
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({ url: database.url });
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-shorter-'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const openCity = (): Promise<City> =>
  composeCity({
    databaseUrl: database.url,
    masterKeyFile: path.join(folder, 'master.key'),
    clock: standaloneClock(clock),
    log: silentLog,
    delivery: readConfig(deliverySchema, { SMTP_URL: 'smtp://127.0.0.1:1' }),
    audit: readConfig(auditSchema, {}),
    auditFolder: path.join(folder, 'audit'),
  });

const noticesPlanned = async ({ parked, platform }: City): Promise<void> =>
  (parked.consumptions.get('notification') as LogConsumption).waitFor(await platform.store.head());

const one = async (query: string): Promise<number> =>
  (await pool.query<{ n: number }>(`SELECT (${query})::float8 AS n`)).rows[0]!.n;

test(
  'a store that comes back shorter than its followers remember: each of them notices, and begins anew',
  async () => {
    const before = await openCity();
    const from_ms = Date.parse(FROM);
    const { store, execute } = before.platform;
    await buildDemoCity({
      ...{ store, execute, clock, seed: 3, cases: CASES, from_ms, to_ms: from_ms + DAYS * DAY_ms },
      settle: async () => void (await before.settle()),
      progress: () => undefined,
    });
    await before.open(false);
    await before.settle();
    await before.viewsCaughtUp();
    await noticesPlanned(before);
    await before.stop();
    const long = await one('SELECT max(position) FROM event_store.event');
    const short = await one("SELECT min(position) - 1 FROM event_store.event WHERE type = 'DutyBreached'");
    expect(short).toBeLessThan(long - 20);
    // As a restore by hand leaves it: the log is older than everything beside it.
    await pool.query(`ALTER TABLE event_store.event DISABLE TRIGGER ALL;
      DELETE FROM event_store.event WHERE position > ${short};
      ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only`);

    const after = await openCity();
    try {
      await after.settle();
      // Time goes on, and what the log lost falls due anew, on what it holds.
      await after.viewsCaughtUp();
      await assertLog(pool);
      await assertViews(database.url, pool);
      expect(await one("SELECT count(*) FROM event_store.event WHERE type = 'DutyBreached'")).toBeGreaterThan(
        0,
      );
      await after.open(false);
      await noticesPlanned(after);
      expect(
        await one("SELECT count(*) FROM notification.notice WHERE state IN ('pending', 'sending')"),
      ).toBe(0);
      expect(await one('SELECT until_position FROM notification.hold')).toBeGreaterThanOrEqual(short);
    } finally {
      await after.stop();
    }
  },
  SPEC_MAX_ms,
);
