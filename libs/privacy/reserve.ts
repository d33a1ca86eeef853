/** Most subjects minted ahead: what a process that ends leaves behind, keys that seal nothing. */
export const RESERVED_MAX = 256;
/** From this size on the next reserve is minted while some of this one is still there. */
const AHEAD_FROM = 8;

export interface ReserveOptions<Subject> {
  /** New subjects, each with a key that is kept for good. */
  mint: (count: number) => Promise<Subject[]>;
  /** A subject is given out for at most this long after it was minted. */
  fresh_max_ms: number;
  /** Monotonic ms. */
  now: () => number;
}

/**
 * Subjects minted ahead, so that who registers many does not wait for each key. A reserve that was used up is followed by
 * one twice its size, one that went stale by a single subject: where little happens nothing is minted ahead.
 */
export function createReserve<Subject>({ mint, fresh_max_ms, now }: ReserveOptions<Subject>): {
  take(): Promise<Subject>;
} {
  const ready: { subject: Subject; until_ms: number }[] = [];
  let size = 1;
  let latest_ms = 0;
  let refilling: Promise<void> | undefined;
  const refill = async (): Promise<void> => {
    size = latest_ms <= now() ? 1 : Math.min(2 * size, RESERVED_MAX);
    const until_ms = (latest_ms = now() + fresh_max_ms);
    for (const subject of await mint(size)) ready.push({ subject, until_ms });
  };
  const begin = (): Promise<void> => (refilling ??= refill().finally(() => (refilling = undefined)));
  return {
    async take() {
      for (;;) {
        const oldest = ready.shift();
        if (oldest === undefined) await begin();
        else if (oldest.until_ms > now()) {
          // Whoever finds none left is told why.
          if (size >= AHEAD_FROM && ready.length < size / 4) begin().catch(() => undefined);
          return oldest.subject;
        }
      }
    },
  };
}
