import { aggregates, type AggregatePath } from '@huiyin/domain';
import { deterministicId } from '@huiyin/kernel';
import { bundledCalendars, bundledPacks, refOf } from '@huiyin/policy';
import type { Platform } from './platform';

/**
 * A fresh log adopts the bundled calendars and packs, an older one those versions that it has not; cases that run keep
 * the version that they began with. On a log that has them all, nothing is written.
 */
export async function adoptBundled({ execute, rules, store }: Platform): Promise<void> {
  for (const calendar of bundledCalendars)
    await adopt('calendars', 'AdoptCalendar', calendar.id, { calendar }, calendar);
  for (const pack of bundledPacks) await adopt('policies', 'AdoptPolicy', pack.id, { pack }, pack);
  await rules.reached(await store.head());

  async function adopt(
    path: AggregatePath,
    type: string,
    id: string,
    data: unknown,
    version: { id: string; version: number },
  ) {
    const outcome = await execute({
      aggregate: aggregates[path],
      id,
      type,
      data,
      commandId: deterministicId('bundled', path, refOf(version)),
      actor: 'system:bundled',
      office: 'system',
    });
    const settled = outcome.status === 'done' || outcome.status === 'repeated';
    // A city may have adopted a later version of its own under this name: then that one stands.
    const superseded = outcome.status === 'refused' && outcome.refusal.code === 'version-not-next';
    if (!settled && !superseded)
      throw new Error(`bundled ${path} ${refOf(version)}: ${JSON.stringify(outcome)}`);
  }
}
