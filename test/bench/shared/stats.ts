/** The value below which this share (0…1) of the values lies; NaN of none. Sorts a copy. */
export function quantile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export interface Round {
  /** Operations per second. */
  throughput: number;
  p50_ms: number;
  p99_ms: number;
}

export function roundOf(latencies_ms: readonly number[], elapsed_ms: number): Round {
  return {
    throughput: (latencies_ms.length / elapsed_ms) * 1_000,
    p50_ms: quantile(latencies_ms, 0.5),
    p99_ms: quantile(latencies_ms, 0.99),
  };
}

/** The median of each figure over the rounds. */
export function medianRound(rounds: readonly Round[]): Round {
  return {
    throughput: median(rounds.map(({ throughput }) => throughput)),
    p50_ms: median(rounds.map(({ p50_ms }) => p50_ms)),
    p99_ms: median(rounds.map(({ p99_ms }) => p99_ms)),
  };
}
