import type { PublishedChannels } from '@huiyin/domain';
import type { Text } from '@huiyin/policy';
import { listChannels } from '@huiyin/read-models';
import { Controller, Get, Inject, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import type { ReadDeps } from '../queries/routes';

/** One office, as everybody may know it (Art. 18). */
export interface Reachable extends PublishedChannels {
  office: string;
  name: Text;
}

const FRESH_s = 60;

/** How to reach the offices and how to ask where a matter stands: for everybody, without a code. */
@Controller('public/v1/channels')
@UseGuards(ThrottlerGuard)
export class ChannelsController {
  constructor(@Inject('reads') private readonly deps: ReadDeps) {}

  @Get()
  async list(@Res() reply: FastifyReply): Promise<void> {
    const { result } = await listChannels(this.deps.views);
    const offices: Reachable[] = result.map(({ id, nameZh, nameEn, channels }) => ({
      office: id,
      name: { zh: nameZh, en: nameEn },
      ...channels!,
    }));
    void reply.header('cache-control', `public, max-age=${FRESH_s}`).send({ offices });
  }
}
