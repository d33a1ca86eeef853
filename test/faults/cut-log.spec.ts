import { createPool } from '@huiyin/database';
import { createPostgresEventStore, migrateEventStore, type LogCut } from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createTestDatabase } from '@huiyin/testing/database';

const POLL_ms = 20;

test('a log that is restored underneath a running process ends that process: what it remembers is of no use', async () => {
  const database = await createTestDatabase();
  await migrateEventStore(database.url);
  const pool = createPool({ url: database.url });
  const { promise: cut, resolve: onCut } = Promise.withResolvers<LogCut>();
  const store = createPostgresEventStore({ url: database.url, pollMs: POLL_ms, onCut });
  try {
    for (let n = 0; n < 5; n += 1) await store.append(sampleRequest('case-1'));
    store.subscribe({ after: 0, handler: async () => undefined });
    await pool.query(`ALTER TABLE event_store.event DISABLE TRIGGER ALL;
      DELETE FROM event_store.event WHERE position > 3;
      ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only`);
    expect(await cut).toMatchObject({
      code: 'log-cut',
      message: expect.stringMatching(/ends at 3, and 5 was seen/),
    });
  } finally {
    await store.close();
    await pool.end();
    await database.drop();
  }
});
