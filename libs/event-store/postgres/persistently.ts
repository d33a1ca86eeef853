import { pause } from '@huiyin/kernel';
import { StoreUnavailable } from '../port';

/** Serialization failure, deadlock detected: nothing was written, and the same statement may succeed at once. */
const PASSING: readonly unknown[] = ['40001', '40P01'];
export const TRIES_MAX = 6;
/** Doubled each time: together less than half a second. */
const WAIT_MIN_ms = 10;

/** A transaction that lost against others is tried again, so often and no more; then the store counts as unavailable. */
export async function persistently<Result>(work: () => Promise<Result>): Promise<Result> {
  const never = new AbortController().signal;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!PASSING.includes((error as { code?: unknown }).code)) throw error;
      if (tries === TRIES_MAX) throw new StoreUnavailable(error);
      await pause(WAIT_MIN_ms * 2 ** (tries - 1), never);
    }
  }
}
