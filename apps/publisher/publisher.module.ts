import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { type PublisherDeps, type RunningPublisher, startPublisher } from './publisher';

const DEPS = Symbol('publisher deps');

@Module({})
export class PublisherModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running?: RunningPublisher;

  constructor(@Inject(DEPS) private readonly deps: PublisherDeps) {}

  static with(deps: PublisherDeps): DynamicModule {
    return { module: PublisherModule, providers: [{ provide: DEPS, useValue: deps }] };
  }

  /** For health and metrics; undefined before the start. */
  get publisher(): RunningPublisher | undefined {
    return this.running;
  }

  onApplicationBootstrap(): void {
    this.running = startPublisher(this.deps);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }
}
