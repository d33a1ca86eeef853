import type { Consumption, ParkingLot } from '@huiyin/messaging';
import {
  BadRequestException,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import { wholeNumberOf } from './in-digits';
import { OperatorsOnly } from './operators-only';

/** What waits for somebody to look at it, and the groups of this process that can run it again. */
export interface Parked {
  lot: ParkingLot;
  consumptions: Map<string, Consumption>;
}

export const parkedIn = (lot: ParkingLot): Parked => ({ lot, consumptions: new Map() });

const LIMIT_DEFAULT = 100;
const LIMIT_MAX = 500;

/** Messages that failed again and again, with those behind them; once the cause is gone, a key is released here. */
@Controller('api/v1/parked')
@UseGuards(OperatorsOnly)
export class ParkedController {
  constructor(@Inject('parked') private readonly parked: Parked) {}

  @Get()
  async list(@Query('group') group?: string, @Query('limit') limit = String(LIMIT_DEFAULT)): Promise<object> {
    const size = wholeNumberOf(limit);
    if (!Number.isInteger(size) || size < 1 || size > LIMIT_MAX)
      throw new BadRequestException(`limit must be a whole number from 1 to ${LIMIT_MAX}`);
    const items = await this.parked.lot.list({ group, limit: size });
    const told = items.map(({ message: { id, type, subject, position }, ...rest }) => ({
      ...rest,
      message: { id, type, subject, position },
    }));
    return { items: told, counts: await this.parked.lot.count() };
  }

  /** Runs the key's messages in order; answers how many are left. */
  @Post(':group/:key/release')
  @HttpCode(200)
  async release(@Param('group') group: string, @Param('key') key: string): Promise<object> {
    const consumption = this.parked.consumptions.get(group);
    if (!consumption) throw new NotFoundException();
    return consumption.release(key);
  }
}
