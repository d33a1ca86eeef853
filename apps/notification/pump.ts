import { describeFailure } from '@huiyin/messaging';
import { nextDue, takeDue } from './due';
import { sendOne, type SendOptions } from './send';

export interface Pump {
  /** Something may be due. */
  wake(): void;
  /** Resolves when nothing is being sent and nothing is due. */
  idle(): Promise<void>;
  /** Takes nothing more, waits for what is being sent. */
  stop(): Promise<void>;
}

const TAKE_MAX = 32;
/** Sends at a time: a mail server or gateway that is flooded answers later, not faster. */
const SENDING_MAX = 8;
/** Looks at least this often: the database may have been away, another sender may have died. */
const POLL_ms = 30_000;
/** And not more often by itself: what could not be taken just now is not asked for again at once. */
const PAUSE_min_ms = 100;

export function createPump(options: SendOptions): Pump {
  const stopping = new AbortController();
  const { signal } = stopping;
  let wanted = true;
  let ring: () => void = () => undefined;
  const waiters: (() => void)[] = [];
  const settleWaiters = () => {
    for (const resolve of waiters.splice(0)) resolve();
  };
  const run = async () => {
    while (!signal.aborted) {
      if (wanted) {
        wanted = false;
        await drain(options, signal);
        continue;
      }
      const woken = new Promise<void>((resolve) => void (ring = resolve));
      const wait_ms = await untilNext(options);
      if (wanted || signal.aborted) continue;
      settleWaiters();
      const timer = setTimeout(wake, wait_ms);
      await woken;
      clearTimeout(timer);
    }
    settleWaiters();
  };
  const wake = () => {
    wanted = true;
    ring();
  };
  const done = run();
  return {
    wake,
    idle: () => {
      if (signal.aborted) return done;
      const idle = new Promise<void>((resolve) => waiters.push(resolve));
      wake();
      return idle;
    },
    stop: () => {
      stopping.abort();
      wake();
      return done;
    },
  };
}

/** Sends all that is due. A database that is away ends the round; the next one comes with the poll. */
async function drain(options: SendOptions, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      const due = await takeDue(options.pool, options.clock.now(), TAKE_MAX);
      if (due.length === 0) return;
      const queue = due.values();
      const worker = async () => {
        for (const notice of queue) await sendOne(notice, options);
      };
      const results = await Promise.allSettled(Array.from({ length: SENDING_MAX }, worker));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    }
  } catch (error) {
    options.log.warn({ failure: describeFailure(error) }, 'notices wait for the database');
  }
}

async function untilNext({ pool, clock, log }: SendOptions): Promise<number> {
  try {
    const next = await nextDue(pool);
    if (!next) return POLL_ms;
    return Math.min(POLL_ms, Math.max(PAUSE_min_ms, next.getTime() - clock.now().getTime()));
  } catch (error) {
    log.warn({ failure: describeFailure(error) }, 'notices wait for the database');
    return POLL_ms;
  }
}
