import { createPool } from '@huiyin/database';
import { createMemoryEventStore } from '@huiyin/event-store';
import { appendAll } from '@huiyin/testing/append';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import { play, playSteps } from '@huiyin/testing/play';
import { bundledAdopted, given } from '@huiyin/testing/view';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { migrateReadModels } from './data-source';
import { VIEW_TYPES } from './engine/codec';
import {
  adoptedUntil,
  columnsOf,
  createAdoptedRules,
  flush,
  foldBatch,
  known,
  openLive,
  openSheet,
  startOf,
  type LogEvent,
  type Sheet,
} from './engine';
import { VIEWS } from './registry';

const EVENTS_MAX = 60;
const RUNS = 25;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateReadModels(database.url);
  pool = createPool({ url: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

type Store = ReturnType<typeof createMemoryEventStore>;
type Rows = Record<string, unknown[]>;

async function openAll(store: Store): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const view of VIEWS) {
    const opened = await openLive(pool, store, view);
    if (opened.state !== 'live') throw new Error(`${view.name}: ${opened.why}`);
    sheets.push(opened.sheet);
  }
  return sheets;
}

async function empty(): Promise<void> {
  const { rows } = await pool.query<{ table_name: string }>('SELECT table_name FROM views.checkpoint');
  for (const { table_name } of rows) await pool.query(`TRUNCATE views.${table_name}`);
  await pool.query('UPDATE views.checkpoint SET position = 0, last_event = NULL');
}

async function stored(): Promise<Rows> {
  const all: Rows = {};
  for (const view of VIEWS) {
    const names = columnsOf(view.table).map(({ name, property }) => `"${name}" AS "${property}"`);
    const key = view.table.key.map((property) => `"${property}"`).join(', ');
    const text = `SELECT * FROM (SELECT ${names.join(', ')} FROM views.${view.name.replaceAll('-', '_')}) v ORDER BY ${key}`;
    all[view.name] = (await pool.query({ text, types: VIEW_TYPES })).rows;
  }
  return all;
}

/** Delivers batches of these sizes; some begin again before where the last one ended, and some to a projector just started. */
async function deliver(
  store: Store,
  events: readonly LogEvent[],
  batches: readonly { size: number; again: number; restart: boolean }[],
): Promise<void> {
  let sheets = await openAll(store);
  let rules = await adoptedUntil(store, startOf(sheets));
  for (let at = 0, turn = 0; at < events.length; turn += 1) {
    const { size, again, restart } = batches[turn % batches.length]!;
    if (restart) {
      sheets = await openAll(store);
      rules = await adoptedUntil(store, startOf(sheets));
    }
    const batch = events.slice(Math.max(0, at - again), at + size);
    at += size;
    await foldBatch(pool, sheets, rules, batch);
    await flush(pool, sheets, batch.at(-1)!.id);
  }
}

/** With the checkpoint lost, the rows themselves know which events they have seen. */
async function refold(store: Store, events: readonly LogEvent[]): Promise<void> {
  const opened = (await openAll(store)).filter(({ view }) => view.kind === 'folded');
  const forgetful = opened.map(({ view, table }) => openSheet(view, table, 0));
  await foldBatch(pool, forgetful, createAdoptedRules(), events);
  expect(forgetful.map(({ changes }) => changes.size)).toEqual(forgetful.map(() => 0));
}

const batch = fc.record({
  size: fc.integer({ min: 1, max: 30 }),
  again: fc.nat({ max: 10 }),
  restart: fc.boolean(),
});
const ONE_BY_ONE = [{ size: 1, again: 0, restart: false }];

test('any prefix, replayed in batches, with redelivery and restarts, gives the rows of live projection', async () => {
  const touched = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      playSteps(EVENTS_MAX),
      fc.array(batch, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      async (steps, batches, cut) => {
        const told = [...bundledAdopted, ...play(steps)];
        const prefix = told.slice(
          0,
          bundledAdopted.length + (cut % (told.length - bundledAdopted.length + 1)),
        );
        const store = createMemoryEventStore();
        await appendAll(store, prefix);
        const events = known(await store.readAll({ after: 0, limit: 1_000 }));
        await empty();
        await deliver(store, events, ONE_BY_ONE);
        const live = await stored();
        await refold(store, events);
        await empty();
        await deliver(store, events, batches);
        expect(await stored()).toEqual(live);
        for (const view of VIEWS) {
          if (live[view.name]!.length > 0) touched.add(view.name);
          expect(given(...prefix).rows(view).length).toBe(live[view.name]!.length);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect([...touched].sort()).toEqual(VIEWS.map(({ name }) => name).sort());
});
