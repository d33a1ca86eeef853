import { connectionConfig } from '@huiyin/database';
import type { Log } from '@huiyin/kernel';
import { VIEWS_CHANNEL } from './channel';
import { Client } from 'pg';

/** Tells how far the read models have come, as the projector tells it. */
export interface ViewsFeed {
  /** Every view has reached at least this. */
  position(): number;
  /** False when the views have not reached the position in the time allowed. */
  waitFor(position: number, timeout_ms: number): Promise<boolean>;
  /** Called with each new position; the answer ends the listening. */
  listen(listener: (position: number) => void): () => void;
  stop(): Promise<void>;
}

const RECONNECT_ms = 1_000;

export function createViewsFeed(url: string, readPosition: () => Promise<number>, log: Log): ViewsFeed {
  const listeners = new Set<(position: number) => void>();
  let position = 0;
  let stopped = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const advance = (to: number): void => {
    if (to <= position) return;
    position = to;
    for (const listener of [...listeners]) listener(position);
  };
  const connect = async (): Promise<void> => {
    const next = new Client(connectionConfig({ url, applicationName: 'huiyin views feed' }));
    let ended = false;
    const reconnect = (): void => {
      if (ended || stopped) return;
      ended = true;
      void next.end().catch(() => undefined);
      retry = setTimeout(() => void connect(), RECONNECT_ms);
    };
    next.on('error', reconnect);
    next.on('end', reconnect);
    next.on('notification', ({ payload }) => advance(Number(payload)));
    // From the start, so that one who stops ends what is still connecting too.
    client = next;
    try {
      await next.connect();
      await next.query(`LISTEN ${VIEWS_CHANNEL}`);
      advance(await readPosition());
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'views feed interrupted');
      reconnect();
    }
  };
  void connect();
  const listen = (listener: (reached: number) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    position: () => position,
    listen,
    waitFor(wanted, timeout_ms) {
      if (position >= wanted) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (reached: boolean): void => {
          clearTimeout(timer);
          forget();
          resolve(reached);
        };
        const timer = setTimeout(() => end(false), timeout_ms);
        const forget = listen((reached) => reached >= wanted && end(true));
      });
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
