import type { EventStore } from '@huiyin/event-store';
import type { Pool } from 'pg';
import { createBeside, makeIndexes, swap } from './checkpoint';
import { replay } from './replay';
import { createAdoptedRules } from './rules';
import type { Sheet } from './sheet';
import type { View } from './view';

/**
 * Fills new tables beside the live ones from the first event on. `halted` runs the last stretch while nothing else
 * writes, and gets the sheets that take over. Aborted or failed, it leaves the live tables as they are.
 */
export async function rebuild(
  { store, pool, signal }: { store: EventStore; pool: Pool; signal: AbortSignal },
  views: readonly View[],
  halted: (finish: () => Promise<readonly Sheet[]>) => Promise<void>,
): Promise<void> {
  const sheets: Sheet[] = [];
  for (const view of views) sheets.push(await createBeside(pool, view));
  const rules = createAdoptedRules();
  const catchUp = (): Promise<void> => replay({ store, pool, sheets, rules, signal });
  await catchUp();
  for (const sheet of sheets) await makeIndexes(pool, sheet);
  await catchUp();
  if (signal.aborted) return;
  await halted(async () => {
    await catchUp();
    if (signal.aborted) return [];
    for (const sheet of sheets) await swap(pool, sheet);
    return sheets;
  });
}
