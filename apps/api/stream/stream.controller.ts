import { Controller, Get, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiProblem, ProblemError } from '../problems/problem';
import type { ReadContext } from '../queries/routes';

const HEARTBEAT_ms = 15_000;
const CLIENTS_MAX = 1_000;

/** Server-sent events: each time the views have moved, the position that they reflect now. */
@Controller('api/v1')
export class StreamController implements BeforeApplicationShutdown {
  private readonly clients = new Set<FastifyReply['raw']>();

  constructor(@Inject('reads') private readonly context: ReadContext) {}

  @Get('stream')
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.clients.size >= CLIENTS_MAX)
      throw new ProblemError(apiProblem('too-busy'), { 'retry-after': '5' });
    reply.hijack();
    const { raw } = reply;
    this.clients.add(raw);
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    const tell = (position: number): void => {
      raw.write(`id: ${position}\nevent: views\ndata: {"position":${position}}\n\n`);
    };
    tell(this.context.feed.position());
    const forget = this.context.feed.listen(tell);
    const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_ms);
    request.raw.on('close', () => {
      this.clients.delete(raw);
      clearInterval(heartbeat);
      forget();
    });
  }

  /** A server closes when its last connection does, and these never end by themselves. */
  beforeApplicationShutdown(): void {
    for (const client of this.clients) client.end();
  }
}
