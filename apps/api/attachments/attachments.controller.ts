import type { Platform } from '@huiyin/runtime';
import { Controller, Get, Inject, Param, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { carriedOut, told } from '../commands/answer';
import { takeFiles } from './bodies';
import { download } from './download';
import { upload } from './upload';

@Controller('api/v1/cases/:id/attachments')
export class AttachmentsController implements OnModuleInit {
  constructor(
    @Inject('platform') private readonly platform: Platform,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    takeFiles(this.host.httpAdapter.getInstance<FastifyInstance>());
  }

  /** The body is the file, Content-Type what it is, Huiyin-File-Name what it is called. */
  @Post()
  async attach(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { attachment, sha256, commandId, outcome } = await upload(this.platform, id, request);
    const { headers, body } = told(carriedOut(outcome), commandId);
    void reply
      .status(201)
      .headers({ ...headers, location: `/api/v1/cases/${id}/attachments/${attachment}` })
      .send({ ...body, id: attachment, sha256 });
  }

  @Get(':attachment')
  async read(
    @Param('id') id: string,
    @Param('attachment') attachment: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, headers } = await download(this.platform, id, attachment, request);
    void reply.headers(headers).send(bytes);
  }
}
