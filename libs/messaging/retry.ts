/** Waits of `first_ms`, × `factor` each time, never above `longest_ms`. */
export interface Backoff {
  first_ms: number;
  factor: number;
  longest_ms: number;
}

export interface RetryPolicy {
  /** Calls of the handler before the key is parked. */
  attemptsMax: number;
  /** Between two calls for one message that failed. */
  failing: Backoff;
  /** Between two tries while something that everybody needs is away. Never ends by itself. */
  outage: Backoff;
}

/** About 3 s in all for a failing message: a batch waits for its slowest key. */
export const RETRY: RetryPolicy = {
  attemptsMax: 5,
  failing: { first_ms: 50, factor: 4, longest_ms: 2_000 },
  outage: { first_ms: 100, factor: 2, longest_ms: 10_000 },
};

/** `failures` = 1 after the first failure. */
export const waitAfter = ({ first_ms, factor, longest_ms }: Backoff, failures: number): number =>
  Math.min(longest_ms, first_ms * factor ** (failures - 1));
