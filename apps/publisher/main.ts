import { TOPICS } from '@huiyin/contracts';
import { createPostgresCursors, createPostgresLease, migrateMessaging } from '@huiyin/messaging';
import { createClient, createKafkaPublisher, ensureTopics } from '@huiyin/messaging/kafka';
import { runApp } from '@huiyin/runtime';
import { PublisherModule } from './publisher.module';

const PARTITIONS = 6;

runApp('publisher', async ({ config, platform, log }) => {
  const { store, pool, databaseUrl } = platform;
  await migrateMessaging(databaseUrl);
  const connection = { brokers: config.KAFKA_BROKERS, clientId: 'huiyin-publisher', log };
  const admin = createClient(connection).admin();
  await admin.connect();
  const topics = TOPICS.map(({ name, compacted }) => ({ topic: name, partitions: PARTITIONS, compacted }));
  await ensureTopics(admin, topics).finally(() => admin.disconnect());
  const publisher = createKafkaPublisher(connection);
  const lease = createPostgresLease(databaseUrl);
  return {
    imports: [PublisherModule.with({ store, publisher, cursors: createPostgresCursors(pool), lease, log })],
    close: () => publisher.close(),
  };
});
