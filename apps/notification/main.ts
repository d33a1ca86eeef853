import { mayTellOf, runApp } from '@huiyin/runtime';
import { kafkaConsumer } from '@huiyin/runtime/kafka-consumer';
import { configuredChannels } from './configured-channels';
import { NotificationModule } from './notification.module';
import { migrateNotification } from './schema';

runApp('notification', async (given) => {
  const { config, platform, log } = given;
  const { pool, privacy, clock, databaseUrl, timeZone } = platform;
  const { consumer, parked } = await kafkaConsumer('notification', given);
  await migrateNotification(databaseUrl);
  const channels = configuredChannels(config);
  const language = config.HUIYIN_LANGUAGE;
  return {
    imports: [
      NotificationModule.with(
        { consumer, pool, privacy, channels, mayTell: mayTellOf(platform), clock, log, language, timeZone },
        platform,
      ),
    ],
    parked,
    close: () => consumer.close(),
  };
});
