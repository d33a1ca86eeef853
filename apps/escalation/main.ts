import { openReadModels } from '@huiyin/read-models';
import { viewsReached } from '@huiyin/read-models/channel';
import { createViewsFeed } from '@huiyin/read-models/views-feed';
import { adoptBundled, runApp } from '@huiyin/runtime';
import { kafkaConsumer } from '@huiyin/runtime/kafka-consumer';
import { EscalationModule } from './escalation.module';
import { startRhythm } from './rhythm/rhythm';
import { migrateEscalation, postgresTimers } from './timers';

const VIEWS_WAIT_ms = 60_000;

runApp('escalation', async (given) => {
  const { platform, log } = given;
  const { pool, store, execute, rules, directory, clock, databaseUrl } = platform;
  const { consumer, parked } = await kafkaConsumer('escalation', given);
  await migrateEscalation(databaseUrl);
  await adoptBundled(platform);
  const timers = postgresTimers(pool);
  const deps = { consumer, store, timers, execute, rules, directory, clock, log, ticking: true };
  const views = await openReadModels(databaseUrl);
  const feed = createViewsFeed(databaseUrl, () => viewsReached(pool), log);
  const shown = (position: number): Promise<boolean> => feed.waitFor(position, VIEWS_WAIT_ms);
  const rhythm = await startRhythm({
    store,
    views,
    shown,
    execute,
    rules,
    directory,
    clock,
    log,
    ticking: true,
  });
  return {
    imports: [EscalationModule.with(deps)],
    parked,
    async close() {
      await rhythm.stop();
      await feed.stop();
      await views.destroy();
      await consumer.close();
    },
  };
});
