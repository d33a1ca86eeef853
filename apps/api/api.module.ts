import type { Platform } from '@huiyin/runtime';
import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CqrsModule } from '@nestjs/cqrs';
import { AttachmentsController } from './attachments/attachments.controller';
import { CommandsController } from './commands/commands.controller';
import { ExecuteCommandHandler } from './commands/execute-command';
import { open311Config, type Open311Config } from './open311/config';
import { acceptForms, answerInItsForm } from './open311/form-body';
import { Open311Controller } from './open311/open311.controller';
import { OpenApiController } from './openapi/openapi.controller';
import { PageController } from './page/page.controller';
import { ProblemFilter } from './problems/problem.filter';
import { ChannelsController } from './public/channels.controller';
import { PublicController } from './public/public.controller';
import { publicThrottle } from './public/throttle';
import { QueriesController } from './queries/queries.controller';
import { RunQueryHandler } from './queries/run-query';
import type { ReadDeps } from './queries/routes';
import { StreamController } from './stream/stream.controller';

export interface ApiDeps {
  platform: Platform;
  reads: ReadDeps;
  /** By default what the environment says: OPEN311_…. */
  open311?: Open311Config;
}

@Module({})
export class ApiModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance();
    acceptForms(server);
    answerInItsForm(server);
  }

  static with({ platform, reads, open311 = open311Config() }: ApiDeps): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), publicThrottle()],
      controllers: [
        AttachmentsController,
        PublicController,
        ChannelsController,
        CommandsController,
        QueriesController,
        StreamController,
        OpenApiController,
        Open311Controller,
        PageController,
      ],
      providers: [
        { provide: ExecuteCommandHandler, useFactory: () => new ExecuteCommandHandler(platform.execute) },
        { provide: RunQueryHandler, useFactory: () => new RunQueryHandler() },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(platform.log) },
        { provide: 'platform', useValue: platform },
        { provide: 'reads', useValue: reads },
        { provide: 'open311', useValue: open311 },
      ],
    };
  }
}
