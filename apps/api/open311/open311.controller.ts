import { traced } from '@huiyin/kernel';
import { Controller, Get, Inject, Options, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExecuteCommand } from '../commands/execute-command';
import { languageOf } from '../problems/language';
import type { ReadDeps } from '../queries/routes';
import { checkJurisdiction } from './access';
import { formatOf, pathOf, send, splitFormat } from './answer';
import type { Open311Config } from './config';
import type { Open311Context } from './context';
import { Open311Error } from './errors';
import { paramsOf } from './params';
import { matchOpen311 } from './routes';

const BASE = '/open311';

/** Open311 GeoReport v2, http://wiki.open311.org/GeoReport_v2, with service request updates. */
@Controller('open311')
export class Open311Controller {
  private readonly context: Open311Context;

  constructor(
    commands: CommandBus,
    @Inject('reads') reads: ReadDeps,
    @Inject('open311') config: Open311Config,
  ) {
    const execute: Open311Context['execute'] = (command) =>
      traced(`command ${command.type}`, undefined, { 'huiyin.stream': `case-${command.id}` }, (traceparent) =>
        commands.execute(new ExecuteCommand({ ...command, traceparent })),
      );
    this.context = { ...reads, config, execute };
  }

  @Get('*')
  get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, undefined);
  }

  /** What a browser asks before a request with headers of its own. */
  @Options('*')
  preflight(@Res() reply: FastifyReply): void {
    void reply.status(204).headers(PREFLIGHT).send();
  }

  @Post('*')
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body = '' } = request;
    if (typeof body !== 'string') throw new Open311Error(400, FORM_ONLY);
    return this.answer(request, reply, body);
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    body: string | undefined,
  ): Promise<void> {
    const { path, format: extension } = splitFormat(pathOf(request));
    const matched = matchOpen311(body === undefined ? 'GET' : 'POST', path.slice(BASE.length));
    if (!matched) throw new Open311Error(404, 'There is nothing at this address.');
    const format = formatOf(request, extension);
    const { context } = this;
    const params = paramsOf(request, body);
    checkJurisdiction(context.config, params);
    const answer = await matched.route.method({
      context,
      params,
      pack: context.platform.rules.current().pack(context.config.pack),
      id: matched.id,
      now: context.platform.clock.now().toISOString(),
      language: languageOf(request.headers['accept-language']),
      origin: `${request.protocol}://${request.host}`,
    });
    send(reply, 200, format, answer);
  }
}

const PREFLIGHT_s = 86_400;
const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Accept, Accept-Language, Content-Type',
  'access-control-max-age': String(PREFLIGHT_s),
};

const FORM_ONLY = 'The request must be sent as application/x-www-form-urlencoded; charset=utf-8.';
