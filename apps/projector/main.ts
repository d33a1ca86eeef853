import { migrateReadModels } from '@huiyin/read-models';
import { runApp } from '@huiyin/runtime';
import { ProjectorModule, projectorOf } from './projector.module';

runApp('projector', async ({ platform }) => {
  await migrateReadModels(platform.databaseUrl);
  return { imports: [ProjectorModule.with(projectorOf(platform))] };
});
