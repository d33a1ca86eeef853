import { createTestDatabase } from '@huiyin/testing/database';
import { describeEventStoreContract } from '../contract';
import { migrateEventStore } from './schema';
import { createPostgresEventStore } from './store';

describeEventStoreContract('PostgreSQL', async () => {
  const database = await createTestDatabase();
  await migrateEventStore(database.url);
  const store = createPostgresEventStore({ url: database.url });
  return {
    store,
    async dispose() {
      await store.close();
      await database.drop();
    },
  };
});
