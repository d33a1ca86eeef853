import { adoptBundled, runApp } from '@huiyin/runtime';
import { kafkaConsumer } from '@huiyin/runtime/kafka-consumer';
import { EscalationModule } from './escalation.module';
import { migrateEscalation, postgresTimers } from './timers';

runApp('escalation', async (given) => {
  const { platform, log } = given;
  const { pool, store, execute, rules, directory, clock, databaseUrl } = platform;
  const { consumer, parked } = await kafkaConsumer('escalation', given);
  await migrateEscalation(databaseUrl);
  await adoptBundled(platform);
  const timers = postgresTimers(pool);
  const deps = { consumer, store, timers, execute, rules, directory, clock, log, ticking: true };
  return { imports: [EscalationModule.with(deps)], parked, close: () => consumer.close() };
});
