import type { Platform } from './platform';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** For the operator: alive, ready, and how it goes. */
@Controller()
export class OperationsController {
  constructor(@Inject('platform') private readonly platform: Platform) {}

  @Get('healthz')
  alive(): object {
    return { status: 'ok' };
  }

  /** Ready when the store answers. */
  @Get('readyz')
  async ready(): Promise<object> {
    return { status: 'ready', position: await this.platform.store.head() };
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.platform.metrics;
    void reply.type(registry.contentType).send(await registry.metrics());
  }
}
