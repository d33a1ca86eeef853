import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { sampleEvent, sampleRequest } from '@huiyin/event-store/samples';
import {
  createPostgresCursors,
  createPostgresLease,
  migrateMessaging,
  type Message,
} from '@huiyin/messaging';
import { createTestDatabase } from '@huiyin/testing/database';
import { startPublisher } from '../../apps/publisher/publisher';

const EVENTS = 60;

test('two publishers at once: one publishes, the other stands by and takes over, nothing lost or out of order', async () => {
  const database = await createTestDatabase();
  await migrateEventStore(database.url);
  await migrateMessaging(database.url);
  const pool = createPool({ url: database.url });
  const store = createPostgresEventStore({ url: database.url });
  const published: { by: string; position: number }[] = [];
  const start = (by: string) =>
    startPublisher({
      store,
      cursors: createPostgresCursors(pool),
      lease: createPostgresLease(database.url),
      publisher: {
        publish: async (messages: readonly Message[]) =>
          void published.push(...messages.map(({ position }) => ({ by, position }))),
        close: async () => undefined,
      },
    });
  const append = async (): Promise<number> => {
    for (let n = 0; n < EVENTS; n += 1)
      await store.append(
        sampleRequest(`case-${n % 5}`, 'any', [sampleEvent({ by: 'xf' }, { type: 'CaseClosed' })]),
      );
    return store.head();
  };
  const publishers = { a: start('a'), b: start('b') };
  try {
    const first = await append();
    const holder = await Promise.race(
      (['a', 'b'] as const).map(async (name) => (await publishers[name].waitFor(first), name)),
    );
    const other = holder === 'a' ? 'b' : 'a';
    expect(new Set(published.map(({ by }) => by))).toEqual(new Set([holder]));
    // The lease is a session's: whoever loses it publishes no more.
    await pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'huiyin lease publisher' AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)",
    );
    await publishers[holder].stop();
    const last = await append();
    await publishers[other].waitFor(last);
    const positions = published.map(({ position }) => position);
    expect([...new Set(positions)]).toEqual(Array.from({ length: last }, (_, n) => n + 1));
    expect(published.at(-1)).toEqual({ by: other, position: last });
  } finally {
    await Promise.all([publishers.a.stop(), publishers.b.stop()]);
    await store.close();
    await pool.end();
    await database.drop();
  }
});
