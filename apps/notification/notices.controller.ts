import {
  BadRequestException,
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import { OperatorsOnly } from '@huiyin/runtime';
import { wholeNumber } from '@huiyin/runtime/in-digits';
import type { Pool } from 'pg';
import { z } from 'zod';
import { countNotices, LIST_MAX, listNotices } from './list-notices';
import { NOTICE_STATES } from './notice';

export interface Notices {
  pool: Pool;
  /** Tries what is parked again: of one case, or all. Answers how many. */
  requeue(caseId?: string): Promise<number>;
}

const LIMIT_DEFAULT = 50;

const query = z.strictObject({
  state: z.enum(NOTICE_STATES).optional(),
  caseId: z.uuid().optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: wholeNumber(1, LIST_MAX).default(LIMIT_DEFAULT),
});

/** Who was told what, and what could not be sent. Nothing of what it said. */
@Controller('api/v1')
@UseGuards(OperatorsOnly)
export class NoticesController {
  constructor(@Inject('notices') private readonly notices: Notices) {}

  @Get('notices')
  async list(@Query() given: unknown): Promise<object> {
    const parsed = query.safeParse(given);
    if (!parsed.success)
      throw new BadRequestException(
        parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    return listNotices(this.notices.pool, parsed.data);
  }

  @Get('notice-counts')
  async counts(): Promise<object> {
    return countNotices(this.notices.pool);
  }

  @Post('notices/requeue')
  @HttpCode(200)
  async requeue(@Query('caseId') caseId?: string): Promise<object> {
    if (caseId !== undefined && !z.uuid().safeParse(caseId).success)
      throw new BadRequestException('caseId must be a UUID');
    return { requeued: await this.notices.requeue(caseId) };
  }
}
