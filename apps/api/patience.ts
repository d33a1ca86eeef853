import { connectionConfig } from '@huiyin/database';
import type { CallHandler, NestInterceptor } from '@nestjs/common';
import { Client, DatabaseError } from 'pg';
import { Observable, race } from 'rxjs';
import { apiProblem, ProblemError } from './problems/problem';

/** Who has waited this long for an answer is owed a look at the database. */
export const PATIENCE_ms = 3_000;
/** A database that is at work greets within this; one that does not has stopped, whatever its port says. */
export const GREETING_ms = 2_000;
const RETRY_AFTER_s = '5';

/** Whether the database speaks: on a connection of its own, as those of the pools may all wait for it. */
export async function greets(databaseUrl: string): Promise<boolean> {
  const config = connectionConfig({ url: databaseUrl, applicationName: 'huiyin greeting' });
  const bounds = { connectionTimeoutMillis: GREETING_ms, query_timeout: GREETING_ms };
  const client = new Client({ ...config, ...bounds });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    void client.end().catch(() => undefined);
    return true;
  } catch (error) {
    // A refusal, such as too many connections, is an answer too; the driver has closed the connection.
    return error instanceof DatabaseError;
  }
}

/**
 * A request takes as long as its work does, but does not wait for a database that has stopped speaking: that is 503 with
 * Retry-After within PATIENCE_ms + GREETING_ms. What was under way may still come to pass; the same Idempotency-Key finds
 * it.
 */
export class Patience implements NestInterceptor {
  private looking: Promise<boolean> | undefined;

  constructor(private readonly databaseUrl: string) {}

  intercept(_: unknown, next: CallHandler): Observable<unknown> {
    return race(next.handle(), this.silence());
  }

  /** Fails once the database is silent; emits nothing. */
  private silence(): Observable<never> {
    return new Observable((subscriber) => {
      const look = async (): Promise<void> => {
        if (!(await this.look())) {
          const retry = { 'retry-after': RETRY_AFTER_s };
          return subscriber.error(new ProblemError(apiProblem('store-unavailable'), retry));
        }
        if (!subscriber.closed) timer = setTimeout(() => void look(), PATIENCE_ms);
      };
      let timer = setTimeout(() => void look(), PATIENCE_ms);
      return () => clearTimeout(timer);
    });
  }

  /** One look for all who wait. */
  private look(): Promise<boolean> {
    return (this.looking ??= greets(this.databaseUrl).finally(() => void (this.looking = undefined)));
  }
}
