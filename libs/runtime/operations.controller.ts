import type { Platform } from './platform';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Finding } from './readiness';

const UNAVAILABLE = 503;

/** For the operator: alive, ready, and how it goes. */
@Controller()
export class OperationsController {
  constructor(@Inject('platform') private readonly platform: Platform) {}

  @Get('healthz')
  alive(): object {
    return { status: 'ok' };
  }

  /** Ready when the store answers and nothing that the app needs is down; what a person must look at is named. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const position = await this.platform.store.head();
    const findings = [...(await this.platform.readiness.findings())];
    const named = (level: Finding['level']): object | undefined => {
      const parts = findings.filter(([, finding]) => finding.level === level);
      return parts.length > 0 ? Object.fromEntries(parts.map(([part, { says }]) => [part, says])) : undefined;
    };
    const down = named('down');
    if (down) void reply.status(UNAVAILABLE);
    return { status: down ? 'not-ready' : 'ready', position, down, attention: named('attention') };
  }

  @Get('metrics')
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { registry } = this.platform.metrics;
    void reply.type(registry.contentType).send(await registry.metrics());
  }
}
