import { migrateReadModels, openReadModels } from '@huiyin/read-models';
import { viewsReached } from '@huiyin/read-models/channel';
import { adoptBundled, observeOverdue, runApp } from '@huiyin/runtime';
import { ApiModule } from './api.module';
import { createViewsFeed } from '@huiyin/read-models/views-feed';

runApp('api', async ({ platform, log }) => {
  const { databaseUrl, pool } = platform;
  await migrateReadModels(databaseUrl);
  await adoptBundled(platform);
  const views = await openReadModels(databaseUrl);
  observeOverdue(platform.metrics, views, platform.clock);
  const feed = createViewsFeed(databaseUrl, () => viewsReached(pool), log);
  return {
    imports: [ApiModule.with({ platform, reads: { platform, views, feed } })],
    async close() {
      await feed.stop();
      await views.destroy();
    },
  };
});
