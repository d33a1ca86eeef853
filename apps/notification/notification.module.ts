import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Platform } from '@huiyin/runtime';
import { NoticesController, type Notices } from './notices.controller';
import { type NotificationDeps, type RunningNotification, startNotification } from './notification';

const DEPS = Symbol('notification deps');

@Module({})
export class NotificationModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running?: RunningNotification;

  constructor(@Inject(DEPS) private readonly deps: NotificationDeps) {}

  static with(deps: NotificationDeps, platform: Pick<Platform, 'identify' | 'directory'>): DynamicModule {
    return {
      module: NotificationModule,
      controllers: [NoticesController],
      providers: [
        { provide: DEPS, useValue: deps },
        { provide: 'platform', useValue: platform },
        {
          provide: 'notices',
          inject: [NotificationModule],
          useFactory: (module: NotificationModule): Notices => ({
            pool: deps.pool,
            requeue: async (caseId) => (await module.notification?.requeue(caseId)) ?? 0,
          }),
        },
      ],
    };
  }

  /** For health and metrics; undefined before the start. */
  get notification(): RunningNotification | undefined {
    return this.running;
  }

  onApplicationBootstrap(): void {
    this.running = startNotification(this.deps);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }
}
