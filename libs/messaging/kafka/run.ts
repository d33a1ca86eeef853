import type { Log } from '@huiyin/kernel';
import type { ConsumeOptions, ParkingLot } from '../port';
import type { RetryPolicy } from '../retry';

export const HEARTBEAT_ms = 2_000;

/** One subscription, over all the members that it becomes. */
export interface Run {
  consume: ConsumeOptions;
  lot: ParkingLot;
  retry: RetryPolicy;
  log: Log;
  signal: AbortSignal;
  sessionTimeout_ms: number;
  /** Handlers at work per partition. */
  concurrencyMax: number;
  /** What waits, by `topic/partition`. */
  lags: Map<string, number>;
  /** Batches handled since the start: shows that a connection has worked. */
  batches: number;
}
