import { systemClock, type Clock, type ManualClock } from '@huiyin/kernel';

/** The demo city is built on a clock that is moved by hand; afterwards the city may live on the real one. */
export interface StandaloneClock extends Clock {
  runReal(): void;
}

export function standaloneClock(manual: ManualClock): StandaloneClock {
  let source: Clock = manual;
  return {
    now: () => source.now(),
    runReal: () => void (source = systemClock),
  };
}
