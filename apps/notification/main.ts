import { createPostgresParkingLot, migrateMessaging } from '@huiyin/messaging';
import { createKafkaConsumer } from '@huiyin/messaging/kafka';
import { observedConsumer, observeParked, parkedIn, runApp } from '@huiyin/runtime';
import { configuredChannels } from './configured-channels';
import { NotificationModule } from './notification.module';
import { migrateNotification } from './schema';

runApp('notification', async ({ config, platform, log }) => {
  const { pool, privacy, clock, databaseUrl } = platform;
  await migrateMessaging(databaseUrl);
  await migrateNotification(databaseUrl);
  const lot = createPostgresParkingLot(pool);
  const parked = parkedIn(lot);
  observeParked(platform.metrics, lot);
  const consumer = observedConsumer(
    createKafkaConsumer({
      brokers: config.KAFKA_BROKERS,
      clientId: 'huiyin-notification',
      lot,
      log,
    }),
    { metrics: platform.metrics, clock, parked },
  );
  const channels = configuredChannels(config, clock);
  const language = config.HUIYIN_LANGUAGE;
  return {
    imports: [NotificationModule.with({ consumer, pool, privacy, channels, clock, log, language })],
    parked,
    close: () => consumer.close(),
  };
});
