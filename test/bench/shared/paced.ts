import { setTimeout as after } from 'node:timers/promises';

/** Begins `count` pieces of work at a steady rate, whether or not those before have ended; resolves when all have. */
export async function paced(
  count: number,
  perSecond: number,
  begin: (due_ms: number) => Promise<unknown>,
): Promise<void> {
  const start_ms = performance.now();
  const all = Promise.withResolvers<void>();
  // Counted, not kept: thousands of promises in hand would be collected beside what is measured.
  let left = count;
  const ended = (): void => {
    left -= 1;
    if (left === 0) all.resolve();
  };
  for (let n = 0; n < count; n++) {
    const due_ms = start_ms + (n * 1_000) / perSecond;
    const early_ms = due_ms - performance.now();
    if (early_ms > 0) await after(early_ms);
    begin(due_ms).then(ended, all.reject);
  }
  await all.promise;
}
