import { DAY_ms, HOUR_ms, MINUTE_ms, SECOND_ms } from '@huiyin/kernel';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { apiProblem, ProblemError } from '../api/problems/problem';
import type { SimulatedTime } from './simulated-time';

const ADVANCE_MAX_ms = 5 * 366 * DAY_ms;

const DURATION = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;
const UNITS_ms = [7 * DAY_ms, DAY_ms, HOUR_ms, MINUTE_ms, SECOND_ms];

/** ISO 8601 durations of weeks, days, hours, minutes and seconds; undefined for anything else. */
export function duration_ms(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  return UNITS_ms.reduce((sum, unit_ms, index) => sum + unit_ms * Number(match[index + 1] ?? 0), 0);
}

const move = z.union([
  z.strictObject({
    advance: z
      .string()
      .refine((text) => duration_ms(text) !== undefined, 'must be an ISO 8601 duration like P15D or PT2H'),
  }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

/** Only with `--clock simulated`: moves the time, so that duties can be watched falling due. */
@Controller('dev/clock')
export class DevClockController {
  constructor(@Inject('simulated time') private readonly time: SimulatedTime) {}

  @Get()
  read(): object {
    return { now: this.time.now().toISOString() };
  }

  /** Answers when everything that fell due on the way has been done. */
  @Post()
  @HttpCode(200)
  async move(@Body() body: unknown): Promise<object> {
    const parsed = move.safeParse(body);
    if (!parsed.success)
      throw invalid('the body must be {"advance":"P15D"} or {"to":"2027-01-31T00:00:00Z"}');
    const from_ms = this.time.now().getTime();
    const to_ms =
      'advance' in parsed.data ? from_ms + duration_ms(parsed.data.advance)! : Date.parse(parsed.data.to);
    if (to_ms < from_ms) throw invalid('time moves forward only');
    if (to_ms - from_ms > ADVANCE_MAX_ms) throw invalid('one move is at most five years');
    const fired = await this.time.moveTo(new Date(to_ms));
    return { now: this.time.now().toISOString(), fired };
  }
}

const invalid = (detail: string): ProblemError => new ProblemError(apiProblem('invalid-request', detail));
