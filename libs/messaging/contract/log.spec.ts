import { createPostgresEventStore, migrateEventStore } from '@huiyin/event-store';
import { createLogConsumer } from '../log/consumer';
import { createPostgresCursors } from '../log/cursors';
import { createPostgresLease } from '../log/lease';
import { appendDrafts, toMessages } from './messages';
import { killWhileHandling, QUICK, startDatabase } from './rig';
import { describeMessagingContract } from './suite';

describeMessagingContract('messages read from the log', {
  shares: false,
  start: async () => {
    const { url, pool, lot, parked, close } = await startDatabase();
    await migrateEventStore(url);
    const topic = 'spec.messages.v1';
    const publisher = createPostgresEventStore({ url });
    const stores = [publisher];
    return {
      topic,
      lot,
      parked,
      publish: (drafts) => appendDrafts(publisher, drafts),
      consumer: () => {
        const store = createPostgresEventStore({ url });
        stores.push(store);
        const [cursors, lease] = [createPostgresCursors(pool), createPostgresLease(url)];
        return createLogConsumer({ store, toMessages, cursors, lot, lease, retry: QUICK });
      },
      killWhileHandling: (group) => killWhileHandling({ group, topic, databaseUrl: url }),
      close: async () => {
        await Promise.all(stores.map((store) => store.close()));
        await close();
      },
    };
  },
});
