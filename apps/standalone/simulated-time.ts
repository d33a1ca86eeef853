import type { ManualClock } from '@huiyin/kernel';

export interface SimulatedTime {
  now(): Date;
  /** Moves the clock, stopping at every instant at which a duty asks for something; answers how many timers fired. */
  moveTo(time: Date): Promise<number>;
}

export interface SimulatedTimeDeps {
  clock: ManualClock;
  /** The next instant at which a timer falls due. */
  nextAt: () => Promise<string | undefined>;
  /** Does everything that is due at the clock's time, and what follows from it. */
  settle: () => Promise<number>;
  /** Resolves when what has been done can be read. */
  settled: () => Promise<void>;
  /** Keeps the time over a restart. */
  keep: (time: Date) => Promise<void>;
}

export function createSimulatedTime({
  clock,
  nextAt,
  settle,
  settled,
  keep,
}: SimulatedTimeDeps): SimulatedTime {
  let moving: Promise<unknown> = Promise.resolve();

  const move = async (time: Date): Promise<number> => {
    let fired = await settle();
    for (;;) {
      const next = await nextAt();
      if (next === undefined || Date.parse(next) > time.getTime()) break;
      clock.moveTo(next);
      fired += await settle();
    }
    clock.moveTo(time);
    await keep(clock.now());
    fired += await settle();
    await settled();
    return fired;
  };
  return {
    now: () => clock.now(),
    /** One move after the other. */
    moveTo(time) {
      const moved = moving.then(() => move(time));
      moving = moved.catch(() => undefined);
      return moved;
    },
  };
}
