import { aggregates, streamOf } from '@huiyin/domain';
import { lastBulletins } from '@huiyin/read-models';
import { dueNow, nextAt, type Asked, type Rhythms } from '@huiyin/rhythm';
import { createAlarm } from '../alarm';
import type { RhythmDeps } from './deps';
import { issueAll } from './issue';
import { followSettings } from './settings';

export type { RhythmDeps } from './deps';

export interface RunningRhythm {
  /** Issues every list, circular and ranking whose time has come; answers how many. */
  issueDue(): Promise<number>;
  nextAt(): string | undefined;
  stop(): Promise<void>;
}

/** Keeps the rhythm of work: what goes out when is data, and what has gone out is in the log. */
export async function startRhythm(deps: RhythmDeps): Promise<RunningRhythm> {
  const { clock, log, ticking, store } = deps;
  const alarm = createAlarm({ clock, log, ticking, nextAt: () => Promise.resolve(next()) }, () => round());
  const next = (): string | undefined =>
    nextAt({ rhythms: settings.rhythms, now: clock.now().toISOString() });
  /** Until then everything has gone out, unless a rhythm is changed. */
  let quietUntil: string | undefined;
  let changes = 0;
  let followed = false;
  const settings = await followSettings(store, () => {
    changes += 1;
    quietUntil = undefined;
    if (followed) alarm.notLaterThan(clock.now().toISOString());
  });
  followed = true;
  const round = async (): Promise<number> => {
    await settings.reached(await store.head());
    const now = clock.now().toISOString();
    if (settings.rhythms.size === 0 || (quietUntil !== undefined && now < quietUntil)) return 0;
    const before = changes;
    const issued = await issueDue(deps, settings.rhythms, now);
    // One that was changed meanwhile is looked at once more.
    if (changes === before) quietUntil = nextAt({ rhythms: settings.rhythms, now });
    return issued;
  };
  alarm.start();
  return {
    issueDue: round,
    nextAt: next,
    async stop() {
      // A round that runs waits for the settings.
      await alarm.stop();
      await settings.stop();
    },
  };
}

async function issueDue(deps: RhythmDeps, rhythms: Rhythms, now: string): Promise<number> {
  const { store, views, rules, directory } = deps;
  const head = await store.head();
  await Promise.all([rules.reached(head), directory.reached(head)]);
  if (!(await deps.shown(head))) throw new Error(`the views have not reached ${head}: no list goes out yet`);
  const { result } = await lastBulletins(views);
  const last = new Map(result.map(({ kind, office, to }) => [`${kind} ${office ?? ''}`, to]));
  const due = dueNow({
    rhythms,
    offices: await listed(deps, (office) => last.has(`daily-list ${office}`)),
    last: (kind, office = '') => last.get(`${kind} ${office}`),
    now,
  });
  let issued = 0;
  for (const [at, all] of Map.groupBy(due, (one: Asked) => one.at)) issued += await issueAll(deps, at, all);
  return issued;
}

/** Offices that serve, with their registration where they have never had a list. */
async function listed(
  { directory, store }: RhythmDeps,
  hadOne: (office: string) => boolean,
): Promise<{ id: string; since?: string | undefined }[]> {
  const serving = [...directory.all()].filter(([, { successor }]) => successor === undefined);
  const offices: { id: string; since?: string | undefined }[] = [];
  for (const [id] of serving) {
    const stream = hadOne(id) ? [] : await store.readStream(streamOf(aggregates.offices, id));
    offices.push({ id, since: stream[0]?.recordedAt });
  }
  return offices;
}
