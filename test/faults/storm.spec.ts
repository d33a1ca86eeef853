import { createPool } from '@huiyin/database';
import {
  createPostgresEventStore,
  migrateEventStore,
  StoreUnavailable,
  type EventStore,
} from '@huiyin/event-store';
import { TRIES_MAX } from '@huiyin/event-store/postgres/persistently';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing/database';
import type { Pool } from 'pg';

let database: TestDatabase;
let pool: Pool;
let store: EventStore;
beforeEach(async () => {
  database = await createTestDatabase();
  await migrateEventStore(database.url);
  pool = createPool({ url: database.url });
  store = createPostgresEventStore({ url: database.url });
});
afterEach(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

/** Of so many tries of a transaction all but the last fail, with one code or the other. A sequence is not rolled back. */
async function storm(failures: number): Promise<void> {
  await pool.query(`
    CREATE SEQUENCE public.tries; GRANT USAGE ON SEQUENCE public.tries TO PUBLIC;
    CREATE FUNCTION public.storm() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE n bigint := nextval('public.tries');
    BEGIN
      IF n % ${failures + 1} <> 0 THEN
        RAISE EXCEPTION 'lost' USING ERRCODE = CASE WHEN n % 2 = 0 THEN '40001' ELSE '40P01' END;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER storm BEFORE INSERT ON event_store.event FOR EACH STATEMENT EXECUTE FUNCTION public.storm()`);
}
const tries = async (): Promise<number> =>
  Number((await pool.query<{ n: string }>('SELECT last_value AS n FROM public.tries')).rows[0]!.n);

test('a storm of 40001 and 40P01: every append gets through, once', async () => {
  await storm(3);
  const requests = Array.from({ length: 40 }, (_, n) => sampleRequest(`case-${n}`));
  const results = await Promise.all(requests.map((request) => store.append(request)));
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['appended']));
  expect(await store.head()).toBe(40);
});

test('a storm that does not end is given up after so many tries; the same command can be sent again', async () => {
  await storm(1_000_000);
  const request = sampleRequest('case-1');
  await expect(store.append(request)).rejects.toThrow(StoreUnavailable);
  expect(await tries()).toBe(TRIES_MAX);
  await pool.query('DROP TRIGGER storm ON event_store.event');
  expect(await store.append(request)).toMatchObject({ status: 'appended', first: 1 });
});
