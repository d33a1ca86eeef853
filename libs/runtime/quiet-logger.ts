import type { Log } from '@huiyin/kernel';
import type { LoggerService } from '@nestjs/common';

/** Nest's own words: only what went wrong is worth an operator's time. */
export const quietLogger = (log: Log): LoggerService => ({
  log: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
  warn: (message: unknown) => log.warn({ nest: String(message) }, 'nest'),
  error: (message: unknown, ...rest: unknown[]) =>
    log.error({ nest: String(message), rest: rest.map(String) }, 'nest'),
  fatal: (message: unknown) => log.fatal({ nest: String(message) }, 'nest'),
});
