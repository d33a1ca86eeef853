import type { Platform } from '@huiyin/runtime';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AttachmentsController } from './attachments/attachments.controller';
import { CommandsController } from './commands/commands.controller';
import { ExecuteCommandHandler } from './commands/execute-command';
import { OpenApiController } from './openapi/openapi.controller';
import { PageModule } from './page/page.module';
import { ProblemFilter } from './problems/problem.filter';
import { PublicController } from './public/public.controller';
import { publicThrottle } from './public/throttle';
import { QueriesController } from './queries/queries.controller';
import { RunQueryHandler } from './queries/run-query';
import type { ReadDeps } from './queries/routes';
import { StreamController } from './stream/stream.controller';

export interface ApiDeps {
  platform: Platform;
  reads: ReadDeps;
}

@Module({})
export class ApiModule {
  static with({ platform, reads }: ApiDeps): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), PageModule, publicThrottle()],
      controllers: [
        AttachmentsController,
        PublicController,
        CommandsController,
        QueriesController,
        StreamController,
        OpenApiController,
      ],
      providers: [
        { provide: ExecuteCommandHandler, useFactory: () => new ExecuteCommandHandler(platform.execute) },
        { provide: RunQueryHandler, useFactory: () => new RunQueryHandler() },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(platform.log) },
        { provide: 'platform', useValue: platform },
        { provide: 'reads', useValue: reads },
      ],
    };
  }
}
