import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { sampleRequest } from '@huiyin/event-store/samples';
import { createTestDatabase } from '@huiyin/testing/database';
import { Client } from 'pg';

test('a long write transaction, here and elsewhere in the cluster, holds up neither an append nor a follower', async () => {
  const [ours, others] = [await createTestDatabase(), await createTestDatabase()];
  await migrateEventStore(ours.url);
  const sessions = [ours, others].map(({ url }) => new Client({ connectionString: url }));
  for (const session of sessions) {
    await session.connect();
    await session.query('BEGIN; CREATE TABLE public.held (a integer); INSERT INTO public.held VALUES (1)');
  }
  const store = createPostgresEventStore({ url: ours.url });
  try {
    const seen: number[] = [];
    const { promise: all, resolve } = Promise.withResolvers<void>();
    store.subscribe({
      after: 0,
      handler: async (events) => {
        seen.push(...events.map(({ position }) => position));
        if (seen.length === 20) resolve();
      },
    });
    for (let n = 0; n < 20; n += 1) await store.append(sampleRequest(`case-${n}`));
    await all;
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    // They were open all the time.
    for (const session of sessions)
      expect((await session.query('SELECT a FROM public.held')).rows).toEqual([{ a: 1 }]);
  } finally {
    for (const session of sessions) await session.end();
    await store.close();
    await ours.drop();
    await others.drop();
  }
});
