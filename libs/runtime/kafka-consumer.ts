import { createPostgresParkingLot, migrateMessaging, type Consumer } from '@huiyin/messaging';
import { createKafkaConsumer } from '@huiyin/messaging/kafka';
import { observedConsumer } from './observed-consumer';
import { observeParked } from './observed-state';
import { parkedIn, type Parked } from './parked.controller';
import type { AppGiven } from './run-app';
import { watchKafka } from './watch-kafka';

/** How an app of the split mode reads from Kafka: parked messages, lag, traces and health with it. */
export async function kafkaConsumer(
  name: string,
  { config, platform, log }: AppGiven,
): Promise<{ consumer: Consumer; parked: Parked }> {
  const { pool, metrics, clock, databaseUrl } = platform;
  await migrateMessaging(databaseUrl);
  const lot = createPostgresParkingLot(pool);
  const parked = parkedIn(lot);
  observeParked(metrics, parked);
  watchKafka(platform, config);
  const brokers = config.KAFKA_BROKERS;
  const consumer = createKafkaConsumer({ brokers, clientId: `huiyin-${name}`, lot, log });
  return { consumer: observedConsumer(consumer, { metrics, clock, parked }), parked };
}
