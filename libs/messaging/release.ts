import { pause } from '@huiyin/kernel';
import type { Message, ParkingLot, Release } from './port';
import { waitAfter, type RetryPolicy } from './retry';

interface ReleaseOptions {
  group: string;
  handler: (message: Message) => Promise<void>;
  lot: ParkingLot;
  retry: RetryPolicy;
  signal: AbortSignal;
}

/** Someone waits for the answer, so an outage counts like any failure here: bounded. */
export function releaseKey(
  key: string,
  { group, handler, lot, retry, signal }: ReleaseOptions,
): Promise<Release> {
  return lot.release(group, key, async (message) => {
    for (let failures = 0; ;) {
      try {
        return await handler(message);
      } catch (error) {
        failures += 1;
        if (failures >= retry.attemptsMax) throw error;
        if (!(await pause(waitAfter(retry.failing, failures), signal))) throw error;
      }
    }
  });
}
