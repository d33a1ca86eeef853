import { Controller, Get, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiProblem, ProblemError } from '../problems/problem';
import { viewing } from '../access/viewing';
import type { ReadDeps } from '../queries/routes';
import { followSeen } from './follow-seen';

const HEARTBEAT_ms = 15_000;
const CLIENTS_MAX = 1_000;

/** Server-sent events: each time the views have moved by something the viewer may see, the position they reflect. */
@Controller('api/v1')
export class StreamController implements BeforeApplicationShutdown {
  private readonly clients = new Set<FastifyReply['raw']>();

  constructor(@Inject('reads') private readonly deps: ReadDeps) {}

  @Get('stream')
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sight } = await viewing(this.deps.platform, request.headers);
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
    const forget = followSeen(this.deps, sight, tell);
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
