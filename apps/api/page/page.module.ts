import { Module } from '@nestjs/common';
import { PageController } from './page.controller';

/** Serves apps/dashboard from the same origin as the API that it reads. */
@Module({ controllers: [PageController] })
export class PageModule {}
