import { EVERYTHING } from '@huiyin/access';
import { createPool } from '@huiyin/database';
import { createMemoryEventStore, type EventStore } from '@huiyin/event-store';
import { silentLog } from '@huiyin/kernel';
import {
  listCases,
  listDuties,
  migrateReadModels,
  openReadModels,
  VIEWS,
  type View,
} from '@huiyin/read-models';
import { appendAll } from '@huiyin/testing/append';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { caseSteps } from '@huiyin/testing/histories';
import { bundledAdopted, type Told } from '@huiyin/testing/view';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createProjector, type Projector } from './projector';

const WAIT_ms = 20_000;

let database: TestDatabase;
let pool: Pool;
let source: DataSource;
let stores: EventStore[] = [];
let projectors: Projector[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  await migrateReadModels(database.url);
  pool = createPool({ url: database.url });
  source = await openReadModels(database.url);
});
afterEach(async () => {
  await Promise.all(projectors.map((one) => one.stop()));
  await Promise.all(stores.map((one) => one.close()));
  [projectors, stores] = [[], []];
  await source.destroy();
  await pool.end();
  await database.drop();
});

function newStore(): EventStore {
  const store = createMemoryEventStore();
  stores.push(store);
  return store;
}

async function project(store: EventStore, views: readonly View[] = VIEWS): Promise<Projector> {
  const projector = createProjector({ store, pool, views, log: silentLog });
  projectors.push(projector);
  await projector.start();
  return projector;
}

const sentCase = (id: string): Told[] => {
  const one = caseSteps(id);
  return [one.registered(), one.sorted(), one.sent()];
};
const cases = (count: number): Told[] => [
  ...bundledAdopted,
  ...Array.from({ length: count }, (_, number) => sentCase(`c${number}`)).flat(),
];
const liveTable = async (view: string): Promise<string> =>
  (
    await pool.query<{ table_name: string }>(
      'SELECT table_name FROM views.checkpoint WHERE live AND view = $1',
      [view],
    )
  ).rows[0]!.table_name;
const withVersion = (name: string, version: number): View[] =>
  VIEWS.map((view) => (view.name === name ? { ...view, version } : view));

test('what is appended can be queried, at the position that was written', async () => {
  const store = newStore();
  const projector = await project(store);
  const head = await appendAll(store, cases(1));
  expect(await projector.waitFor(head, WAIT_ms)).toBe(true);
  expect(projector.reached()).toBe(head);
  expect(await projector.lag()).toEqual({ events: 0, seconds: 0 });
  const page = await listCases(source, { q: '供暖', office: 'housing-bureau' }, EVERYTHING);
  expect(page).toMatchObject({
    position: head,
    items: [{ id: 'c0', status: 'sent', nextDue: { rule: 'acknowledge' } }],
  });
  const due = await listDuties(source, { now: '2026-03-20T00:00:00.000Z', show: 'overdue' }, EVERYTHING);
  expect(due.items).toMatchObject([{ rule: 'acknowledge', overdue: true, title: '某小区供暖不足' }]);
});

test('waiting for what is not there ends with false', async () => {
  const projector = await project(newStore());
  expect(await projector.waitFor(1, 10)).toBe(false);
});

test('a projector goes on where the last one stopped', async () => {
  const store = newStore();
  const first = await project(store);
  await first.waitFor(await appendAll(store, cases(2)), WAIT_ms);
  await first.stop();
  const head = await appendAll(store, sentCase('c9'));
  const second = await project(store);
  expect(await second.waitFor(head, WAIT_ms)).toBe(true);
  expect((await listCases(source, {}, EVERYTHING)).items).toHaveLength(3);
});

test('a whole number of full batches is written to the end', async () => {
  const store = newStore();
  const filler = Array.from({ length: 5_000 - bundledAdopted.length }, (_, number) =>
    caseSteps(`c${number}`).registered(),
  );
  const head = await appendAll(store, [...bundledAdopted, ...filler]);
  expect(head).toBe(5_000);
  const projector = await project(store);
  expect(await projector.waitFor(head, WAIT_ms)).toBe(true);
});

test('two projectors side by side write every event once', async () => {
  const store = newStore();
  const [one, two] = [await project(store), await project(store)];
  let head = await appendAll(store, bundledAdopted);
  for (let number = 0; number < 30; number += 1) head = await appendAll(store, sentCase(`c${number}`));
  expect(await one.waitFor(head, WAIT_ms)).toBe(true);
  expect(await two.waitFor(head, WAIT_ms)).toBe(true);
  const { rows } = await pool.query(
    'SELECT sum(inflow)::int AS inflow, (SELECT count(*)::int FROM views.case_timeline) AS timeline FROM views.flow_by_day',
  );
  expect(rows).toEqual([{ inflow: 30, timeline: 90 }]);
});

/** Asks without a pause until it is told to stop; answers how many cases each answer held. */
function askOnAndOn(): { stop(): Promise<number[]> } {
  const answers: number[] = [];
  const asking = { on: true };
  const ask = async (): Promise<void> => {
    while (asking.on)
      answers.push((await listCases(source, { q: '供暖', limit: 200 }, EVERYTHING)).items.length);
  };
  const done = Promise.all([ask(), ask(), ask()]);
  return {
    async stop() {
      asking.on = false;
      await done;
      return answers;
    },
  };
}

const NEXT_VERSION = 1 + VIEWS.find(({ name }) => name === 'case-list')!.version;

describe('a view is filled beside the live one while queries go on', () => {
  const CASES = 100;

  test('by hand', async () => {
    const store = newStore();
    const projector = await project(store);
    await projector.waitFor(await appendAll(store, cases(CASES)), WAIT_ms);
    const before = await liveTable('case-list');
    const asking = askOnAndOn();
    await projector.rebuild('case-list');
    await projector.rebuild('case-list');
    const last = await appendAll(store, sentCase('later'));
    await projector.waitFor(last, WAIT_ms);
    await projector.rebuild('case-list');
    const answers = await asking.stop();
    expect(answers.length).toBeGreaterThan(3);
    expect(Math.min(...answers)).toBe(CASES);
    expect(await liveTable('case-list')).not.toBe(before);
    expect((await listCases(source, { limit: 200 }, EVERYTHING)).items).toHaveLength(CASES + 1);
  });

  test('because the program brings a new version of it', async () => {
    const store = newStore();
    const old = await project(store);
    const head = await appendAll(store, cases(CASES));
    await old.waitFor(head, WAIT_ms);
    await old.stop();
    const asking = askOnAndOn();
    const projector = await project(store, withVersion('case-list', NEXT_VERSION));
    const later = await appendAll(store, sentCase('later'));
    await projector.rebuild('flow-by-day');
    expect(await projector.waitFor(later, WAIT_ms)).toBe(true);
    expect(Math.min(...(await asking.stop()))).toBe(CASES);
    expect(await liveTable('case-list')).toBe(`case_list_v${NEXT_VERSION}`);
    expect((await listCases(source, { limit: 200 }, EVERYTHING)).items).toHaveLength(CASES + 1);
  });
});

test('when the log was restored to an earlier point, the views follow it', async () => {
  const store = newStore();
  const ahead = await project(store);
  await ahead.waitFor(await appendAll(store, cases(5)), WAIT_ms);
  await ahead.stop();
  const restored = newStore();
  const head = await appendAll(restored, cases(2));
  const projector = await project(restored);
  await projector.rebuild('flow-by-day');
  expect(await projector.waitFor(head, WAIT_ms)).toBe(true);
  const page = await listCases(source, {}, EVERYTHING);
  expect(page.items.map(({ id }) => id).sort()).toEqual(['c0', 'c1']);
  expect(page.position).toBe(head);
});
