import { EVERYTHING } from '@huiyin/access';
import { readMigrations, schemaState } from '@huiyin/database';
import { aggregates } from '@huiyin/domain';
import { ManualClock, silentLog } from '@huiyin/kernel';
import { bundledPacks, duties, refOf, type PolicyPack } from '@huiyin/policy';
import { auditSchema, deliverySchema, readConfig } from '@huiyin/runtime';
import { sealedIn } from '@huiyin/privacy';
import { countCases, listCases } from '@huiyin/read-models';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { gunzipSync } from 'node:zlib';
import { SCHEMAS } from '../../apps/cli/doctor/checks/schemas';
import { standaloneClock } from '../../apps/standalone/clock';
import { composeCity, type City } from '../../apps/standalone/compose';

const ROOT = path.resolve(__dirname, '../..');
/** The demo city's key, eight made-up cases: it opens nothing else. */
const MASTER_KEY = 'ZeQCX7DkOAc8PeR6WOzKbEwB16vIwRH52+UrbpIhWrk=';
const LATER = '2026-11-23T00:00:00.000Z';
const SPEC_MAX_ms = 120_000;

let database: TestDatabase;
let folder: string;
let old: Client;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-upgrade-'));
  await writeFile(path.join(folder, 'master.key'), `${MASTER_KEY}\n`, { mode: 0o600 });
  const loading = new Client({ connectionString: database.url });
  await loading.connect();
  await loading.query(gunzipSync(readFileSync(path.join(__dirname, 'city-0.1.0.sql.gz'))).toString());
  await loading.end();
  old = new Client({ connectionString: database.url });
  await old.connect();
});
afterEach(async () => {
  await old.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = (): Promise<City> =>
  composeCity({
    databaseUrl: database.url,
    masterKeyFile: path.join(folder, 'master.key'),
    auditFolder: path.join(folder, 'audit'),
    clock: standaloneClock(new ManualClock(LATER)),
    log: silentLog,
    delivery: readConfig(deliverySchema, {}),
    audit: readConfig(auditSchema, {}),
  });
const rowsOf = async (sql: string): Promise<unknown[]> => (await old.query(sql)).rows as unknown[];
const EVENTS =
  'SELECT position, id, stream, revision, type, data::text, meta::text FROM event_store.event ORDER BY 1';

test(
  'a city of 0.1.0 becomes one of today: every event as it was, every name readable, every view right',
  async () => {
    const [events, keys] = [await rowsOf(EVENTS), await rowsOf('SELECT subject FROM privacy.subject_key')];
    const registered = await rowsOf("SELECT 1 FROM event_store.event WHERE type = 'CaseRegistered'");
    expect([registered.length, keys.length]).toEqual([8, expect.any(Number)]);
    const city = await start();
    try {
      // Behind whatever view is filled anew because its columns have changed since.
      await city.projector.rebuild('case-list');
      await city.viewsCaughtUp();
      const after = await rowsOf(EVENTS);
      expect(after.slice(0, events.length)).toEqual(events);
      const { result } = await countCases(city.views, {}, EVERYTHING);
      expect(Object.values(result).reduce((sum, count) => sum + count, 0)).toBe(8);
      const { items } = await listCases(city.views, { limit: 100 }, EVERYTHING);
      expect(items).toHaveLength(8);

      const stored = await city.platform.store.readAll({ after: 0, limit: events.length });
      const sealed = stored.filter(({ data }) => sealedIn(data).length > 0);
      expect(sealed.length).toBeGreaterThan(0);
      for (const event of sealed) {
        const opened = await city.platform.privacy.openEvent(event);
        expect(JSON.stringify(opened.data)).not.toContain('$sealed');
        expect(JSON.stringify(opened.data)).toContain('"status":"open"');
      }
      expect((await city.audit!.sign()).size).toBe(after.length);
      for (const [name, steps] of Object.entries(SCHEMAS)) {
        const state = await schemaState(city.platform.pool, name, readMigrations(path.join(ROOT, steps)));
        expect([name, state]).toEqual([name, { state: 'current' }]);
      }
    } finally {
      await city.stop();
    }
  },
  SPEC_MAX_ms,
);

test(
  'what fell due while it was upgraded is done once, and a second start changes nothing',
  async () => {
    const first = await start();
    await first.settle();
    await first.stop();
    const settled = await rowsOf(EVENTS);
    const second = await start();
    await second.settle();
    await second.stop();
    expect(await rowsOf(EVENTS)).toEqual(settled);
    const duties = await rowsOf(`SELECT data->>'duty', data->>'step' FROM event_store.event
      WHERE type = 'DutyBreached' GROUP BY stream, 1, 2, data::text HAVING count(*) > 1`);
    expect(duties).toEqual([]);
  },
  SPEC_MAX_ms,
);

test(
  'what runs keeps the rules that it began with, and what comes in now falls under the new version',
  async () => {
    const adopted = await rowsOf(
      "SELECT data->'pack' AS pack FROM event_store.event WHERE type = 'PolicyAdopted'",
    );
    const old = adopted.map((row) => (row as { pack: PolicyPack }).pack);
    expect(old.map(({ version }) => version)).toEqual([1, 1, 1]);
    const city = await start();
    try {
      const rules = city.platform.rules.current();
      for (const pack of old) {
        expect(rules.pack(refOf(pack))).toEqual(pack);
        expect(rules.pack(pack.id)).toEqual(bundledPacks.find(({ id }) => id === pack.id));
        expect(rules.pack(pack.id).version).toBeGreaterThan(1);
      }
      const stored = await city.platform.store.readAll({ after: 0, limit: 10_000 });
      const registered = stored.filter(({ type }) => type === 'CaseRegistered');
      expect(registered).toHaveLength(8);
      for (const { stream } of registered) {
        const history = await city.platform.store.readStream(stream);
        const owed = duties(history, rules);
        expect(owed.length).toBeGreaterThan(0);
        for (const { policy } of owed) expect(old.map(refOf)).toContain(policy);
      }
      const id = randomUUID();
      const { RegisterCase } = aggregates.cases.commands;
      const example = RegisterCase!.parse(aggregates.cases.examples['RegisterCase']![0]) as object;
      const fresh = await city.platform.execute({
        aggregate: aggregates.cases,
        id,
        type: 'RegisterCase',
        data: { ...example, receiver: (registered[0]!.data as { receiver: string }).receiver },
        commandId: randomUUID(),
        actor: 'clerk',
      });
      expect(fresh).toMatchObject({ status: 'done' });
      const [begun] = await city.platform.store.readStream(`case-${id}`);
      expect(begun!.data).toMatchObject({ pack: 'xinfang-2022@2' });
    } finally {
      await city.stop();
    }
  },
  SPEC_MAX_ms,
);
