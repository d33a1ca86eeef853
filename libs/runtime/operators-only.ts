import { NotIdentified, seesEverything, sightOf } from '@huiyin/access';
import {
  Inject,
  Injectable,
  NotFoundException,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Platform } from './platform';

/** What concerns every case at once is for whoever sees the whole city; for others there is nothing at this address. */
@Injectable()
export class OperatorsOnly implements CanActivate {
  constructor(@Inject('platform') private readonly platform: Pick<Platform, 'identify' | 'directory'>) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    try {
      // Without the account: an operator who has recused in some case still runs the installation.
      const { office, roles } = await this.platform.identify(headers);
      if (seesEverything(sightOf({ office, roles }, this.platform.directory))) return true;
    } catch (error) {
      if (error instanceof NotIdentified) throw new UnauthorizedException(error.message);
      throw error;
    }
    throw new NotFoundException();
  }
}
