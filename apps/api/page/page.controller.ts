import type { Platform } from '@huiyin/runtime';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiProblem, ProblemError } from '../problems/problem';
import { INDEX, PETITIONER, readPageFiles, type PageFile } from './files';

const SECURITY = {
  'content-security-policy': [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Asked again each time, answered 304 while nothing has changed: an upgrade shows at once.
  'cache-control': 'no-cache',
};

/** `/` and what belongs to it. */
@Controller()
export class PageController {
  private readonly files: ReadonlyMap<string, PageFile>;

  constructor(@Inject('platform') { timeZone }: Platform) {
    this.files = readPageFiles(timeZone);
  }

  @Get()
  index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(this.files.get(INDEX), request, reply);
  }

  /** The petitioner's page. */
  @Get('p')
  own(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(this.files.get(PETITIONER), request, reply);
  }

  @Get('assets/:file')
  asset(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(this.files.get(file), request, reply);
  }
}

function send(file: PageFile | undefined, request: FastifyRequest, reply: FastifyReply): void {
  if (!file) throw new ProblemError(apiProblem('not-found'));
  const { body, type, etag } = file;
  void reply.headers({ ...SECURITY, etag });
  if (request.headers['if-none-match']?.includes(etag)) void reply.status(304).send();
  else void reply.type(type).send(body);
}
