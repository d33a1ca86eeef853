import type { Clock, Log } from '@huiyin/kernel';

/** The longest sleep: a timer set by another process is seen after this at the latest. */
const LOOK_AHEAD_ms = 5_000;

export interface Alarm {
  start(): void;
  notLaterThan(at: string): void;
  stop(): Promise<void>;
}

export interface AlarmDeps {
  clock: Clock;
  log: Log;
  /** `false`: only on being asked, as on a simulated clock. */
  ticking: boolean;
  /** The next instant at which a round has something to do. */
  nextAt: () => Promise<string | undefined>;
}

/** Wakes at the next timer, or after the look-ahead; never two rounds at once. */
export function createAlarm({ clock, nextAt, log, ticking }: AlarmDeps, round: () => Promise<number>): Alarm {
  let timeout: NodeJS.Timeout | undefined;
  let wakeAt_ms = Infinity;
  let running: Promise<void> | undefined;
  let stopped = false;

  const schedule = (at_ms: number): void => {
    if (stopped || !ticking || at_ms >= wakeAt_ms) return;
    clearTimeout(timeout);
    wakeAt_ms = at_ms;
    // A timer of Node holds 32 bits, and the look-ahead is reached long before.
    const wait_ms = Math.min(LOOK_AHEAD_ms, Math.max(0, at_ms - clock.now().getTime()));
    timeout = setTimeout(() => void wake(), wait_ms);
  };
  const wake = async (): Promise<void> => {
    if (running) return;
    wakeAt_ms = Infinity;
    running = runRound();
    await running;
    running = undefined;
  };
  const runRound = async (): Promise<void> => {
    const latest_ms = clock.now().getTime() + LOOK_AHEAD_ms;
    try {
      await round();
      const next = await nextAt();
      // What was asked for during the round is in `next` too.
      wakeAt_ms = Infinity;
      schedule(Math.min(latest_ms, next ? Math.max(Date.parse(next), clock.now().getTime() + 1) : Infinity));
    } catch (error) {
      log.warn({ err: error }, 'round failed; the next one goes on');
      wakeAt_ms = Infinity;
      schedule(latest_ms);
    }
  };
  return {
    start: () => schedule(clock.now().getTime()),
    notLaterThan: (at) => schedule(Date.parse(at)),
    async stop() {
      stopped = true;
      clearTimeout(timeout);
      await running;
    },
  };
}
