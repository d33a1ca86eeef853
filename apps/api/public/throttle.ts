import { ThrottlerModule } from '@nestjs/throttler';
import type { DynamicModule } from '@nestjs/common';

/** From one address, to one route. A code has 140 bits: this bounds the work, not the guessing. */
export const PUBLIC_REQUESTS_MAX = 60;
const WINDOW_ms = 60_000;

export const publicThrottle = (): DynamicModule =>
  ThrottlerModule.forRoot({ throttlers: [{ limit: PUBLIC_REQUESTS_MAX, ttl: WINDOW_ms }] });
