import { createPostgresParkingLot, migrateMessaging } from '@huiyin/messaging';
import { createKafkaConsumer } from '@huiyin/messaging/kafka';
import { adoptBundled, observedConsumer, observeParked, parkedIn, runApp } from '@huiyin/runtime';
import { EscalationModule } from './escalation.module';
import { migrateEscalation, postgresTimers } from './timers';

runApp('escalation', async ({ config, platform, log }) => {
  const { pool, store, execute, rules, directory, clock, databaseUrl } = platform;
  await migrateMessaging(databaseUrl);
  await migrateEscalation(databaseUrl);
  await adoptBundled(platform);
  const lot = createPostgresParkingLot(pool);
  const parked = parkedIn(lot);
  observeParked(platform.metrics, lot);
  const consumer = observedConsumer(
    createKafkaConsumer({
      brokers: config.KAFKA_BROKERS,
      clientId: 'huiyin-escalation',
      lot,
      log,
    }),
    { metrics: platform.metrics, clock, parked },
  );
  const timers = postgresTimers(pool);
  const escalation = {
    consumer,
    store,
    timers,
    execute,
    rules,
    directory,
    clock,
    log,
    ticking: true,
  };
  return { imports: [EscalationModule.with(escalation)], parked, close: () => consumer.close() };
});
