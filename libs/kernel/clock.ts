/** Where the time comes from. Decisions never read it: the time arrives in the command. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for specs, the demo city and `--clock simulated`. */
export class ManualClock implements Clock {
  private current: number;

  constructor(start: Date | string) {
    this.current = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.current);
  }

  /** Moves forward only: a clock that went back would reorder what has been recorded. */
  moveTo(time: Date | string): void {
    const target = new Date(time).getTime();
    if (Number.isNaN(target)) throw new RangeError(`not a time: ${String(time)}`);
    this.current = Math.max(this.current, target);
  }
}
