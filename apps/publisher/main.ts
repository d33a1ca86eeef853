import { TOPICS } from '@huiyin/contracts';
import { createPostgresCursors, createPostgresLease, migrateMessaging } from '@huiyin/messaging';
import { createClient, createKafkaPublisher, ensureTopics } from '@huiyin/messaging/kafka';
import { runApp } from '@huiyin/runtime';
import { watchKafka } from '@huiyin/runtime/watch-kafka';
import { PUBLISHER } from './publisher';
import { PublisherModule } from './publisher.module';

const PARTITIONS = 6;

runApp('publisher', async ({ config, platform, log }) => {
  const { store, pool, databaseUrl, clock, metrics } = platform;
  await migrateMessaging(databaseUrl);
  const connection = { brokers: config.KAFKA_BROKERS, clientId: 'huiyin-publisher', log };
  const admin = createClient(connection).admin();
  await admin.connect();
  const topics = TOPICS.map(({ name, compacted }) => ({ topic: name, partitions: PARTITIONS, compacted }));
  await ensureTopics(admin, topics).finally(() => admin.disconnect());
  watchKafka(platform, config);
  const publisher = createKafkaPublisher(connection);
  const lease = createPostgresLease(databaseUrl);
  const cursors = createPostgresCursors(pool);
  // From the stored position, so that a publisher that stands by tells the same.
  metrics.follower(PUBLISHER, async () => {
    const after = await cursors.get(PUBLISHER);
    const [oldest] = await store.readAll({ after, limit: 1 });
    const age_ms = oldest ? clock.now().getTime() - Date.parse(oldest.recordedAt) : 0;
    return { events: (await store.head()) - after, seconds: Math.max(0, age_ms / 1_000) };
  });
  return {
    imports: [PublisherModule.with({ store, publisher, cursors, lease, log })],
    close: () => publisher.close(),
  };
});
