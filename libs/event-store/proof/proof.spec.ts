import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { migrateEventStore } from '../postgres';
import { plans } from './arbitrary';
import { violations, type LogPromise } from './check';
import type { WriterPlan } from './history';
import { NAIVE_TABLE } from './naive-store';
import { startProcesses, type Processes } from './processes';

const WRITERS = 3;
const FOLLOWERS = 2;
const LANES = 8;
const CUT_EVERY_ms = 15;
const CUTS = 12;

async function onDatabase<Result>(url: string, run: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return run(client).finally(() => client.end());
}

describe('the event log under several processes', () => {
  let processes: Processes;
  beforeAll(() => {
    processes = startProcesses({ writers: WRITERS, followers: FOLLOWERS });
  });
  afterAll(() => processes.end());

  async function withDatabase<Result>(
    prepare: (url: string) => Promise<unknown>,
    run: (database: TestDatabase) => Promise<Result>,
  ) {
    const database = await createTestDatabase();
    try {
      await prepare(database.url);
      return await run(database);
    } finally {
      await database.drop();
    }
  }

  it('keeps every promise, whatever is appended', async () => {
    let stored = 0;
    const property = fc.asyncProperty(plans({ writers: WRITERS, lanes: LANES, appends: 12 }), (plan) =>
      withDatabase(migrateEventStore, async ({ url }) => {
        const history = await processes.run({ url, plan });
        stored += history.log.length;
        expect(violations(history)).toEqual([]);
      }),
    );
    await fc.assert(property, { numRuns: 8, endOnFailure: true });
    expect(stored).toBeGreaterThan(1_000);
  });

  it('keeps every promise while connections are cut at random moments', async () => {
    const cut = (url: string) => async () => {
      for (let n = 0; n < CUTS; n++) {
        // The moments have to be spread over the run; there is nothing to wait for.
        await delay(CUT_EVERY_ms);
        await onDatabase(url, (client) =>
          client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'huiyin event store'`),
        );
      }
    };
    let sentAgain = 0;
    const property = fc.asyncProperty(plans({ writers: WRITERS, lanes: LANES, appends: 25 }), (plan) =>
      withDatabase(migrateEventStore, async ({ url }) => {
        const history = await processes.run({ url, plan, during: cut(url) });
        sentAgain += history.attempts.filter(({ tries }) => tries > 1).length;
        expect(violations(history)).toEqual([]);
      }),
    );
    await fc.assert(property, { numRuns: 3, endOnFailure: true });
    expect(sentAgain).toBeGreaterThan(0);
  });

  describe('the proof fails', () => {
    const broken = (found: { promise: LogPromise }[]) => new Set(found.map(({ promise }) => promise));
    /** Each lane has a stream of its own, so that nothing but the numbering can go wrong. */
    const ownStreams: WriterPlan[] = Array.from({ length: WRITERS }, (_, writer) =>
      Array.from({ length: LANES }, (__, lane) =>
        Array.from({ length: 100 }, (___, n) => ({
          command: (writer * LANES + lane) * 1_000 + n,
          parts: [{ stream: writer * LANES + lane, events: 1, expected: 'any' as const }],
        })),
      ),
    );

    it('on a follower of an identity column: what commits late is missed', async () => {
      const found = await withDatabase(
        (url) => onDatabase(url, (client) => client.query(NAIVE_TABLE)),
        async ({ url }) => violations(await processes.run({ url, plan: ownStreams, naive: true })),
      );
      expect(broken(found)).toContain('followers see the log');
      expect(found.some(({ detail }) => detail.includes('missed position'))).toBe(true);
    });

    it('on an append function that reads the head before it has the lock', async () => {
      const found = await withDatabase(
        async (url) => {
          await migrateEventStore(url);
          const early = await headBeforeLock();
          await onDatabase(url, (client) => client.query(early));
        },
        async ({ url }) => violations(await processes.run({ url, plan: ownStreams })),
      );
      expect(broken(found)).toContain('contiguous positions');
    });
  });
});

/** The real function with the two statements swapped, and without the key that would turn the damage into errors. */
async function headBeforeLock(): Promise<string> {
  const sql = await readFile(path.join(__dirname, '../postgres/migrations/003-append-function.sql'), 'utf8');
  const lock = /^ *PERFORM pg_advisory_xact_lock.*;$/m.exec(sql)![0];
  const readsHead = /^ *SELECT coalesce\(max\(e\.position\).*;$/m.exec(sql)![0];
  const swapped = sql.replace(lock, '<1>').replace(readsHead, lock).replace('<1>', readsHead);
  expect(swapped.indexOf(readsHead)).toBeLessThan(swapped.indexOf(lock));
  return `ALTER TABLE event_store.event DROP CONSTRAINT event_pkey;
    CREATE INDEX ON event_store.event (position);
    ${swapped.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')}`;
}
