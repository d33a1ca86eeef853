import { VIEWS } from '@huiyin/read-models';
import { tellViewsReached } from '@huiyin/read-models/channel';
import type { Platform } from '@huiyin/runtime';
import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { createProjector, type Projector } from './projector';

/** The projector of a platform; what it reaches is told to whoever serves reads. */
export function projectorOf({ store, pool, log, clock, metrics }: Platform): Projector {
  const projector = createProjector({ store, pool, views: VIEWS, log, clock });
  metrics.follower('projector', () => projector.lag());
  projector.onBatch((position) => {
    tellViewsReached(pool, position).catch((error: unknown) =>
      log.warn({ code: (error as { code?: string }).code }, 'views reached, nobody told'),
    );
  });
  return projector;
}

@Module({})
export class ProjectorModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject('projector') private readonly projector: Projector) {}

  static with(projector: Projector): DynamicModule {
    return { module: ProjectorModule, providers: [{ provide: 'projector', useValue: projector }] };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.projector.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.projector.stop();
  }
}
