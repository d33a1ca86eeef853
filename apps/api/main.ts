import { migrateReadModels, openReadModels } from '@huiyin/read-models';
import { viewsReached } from '@huiyin/read-models/channel';
import { adoptBundled, observeOverdue, runApp } from '@huiyin/runtime';
import { Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { ApiModule } from './api.module';
import { createViewsFeed } from './queries/views-feed';

/** Requests at work get this long to end when the app does. */
const DRAIN_MAX_ms = 2_000;

/** An event stream is a request that never ends by itself: whatever is open after the drain is cut. */
@Module({})
class Drain implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), DRAIN_MAX_ms).unref();
  }
}

runApp('api', async ({ platform, log }) => {
  const { databaseUrl, pool } = platform;
  await migrateReadModels(databaseUrl);
  await adoptBundled(platform);
  const views = await openReadModels(databaseUrl);
  observeOverdue(platform.metrics, views, platform.clock);
  const feed = createViewsFeed(databaseUrl, () => viewsReached(pool), log);
  return {
    imports: [ApiModule.with({ platform, reads: { platform, views, feed } }), { module: Drain }],
    async close() {
      await feed.stop();
      await views.destroy();
    },
  };
});
