import type { Sight } from '@huiyin/access';
import type { Measured } from '@huiyin/domain';
import { localDate } from '@huiyin/kernel';
import { atPosition } from '@huiyin/read-models/page';
import type { DataSource } from 'typeorm';
import { figuresOf } from './figures';
import { keptFromSome, onePosition } from './one-position';
import { periodOf, windowOf } from './period';
import { METRIC_VIEWS, readCells, readDirectory } from './read';
import { findMetric } from './registry';
import type { Slicing } from './slicing';

export interface YearOfOffice {
  office: string;
  /** Local, by `zone`. */
  year: number;
  /** Ids of the registry. */
  metrics: readonly string[];
}

/** The year so far: what has not happened yet is not asked for. */
function slicingOf({ office, year }: YearOfOffice, now: string, zone: string): Slicing {
  const period = periodOf(String(year))!;
  const next = new Date(Date.parse(now) + 1).toISOString();
  const { since, until } = windowOf(period, zone);
  const today = localDate(now, zone);
  return {
    windows: [{ since: since < next ? since : next, until: until < next ? until : next }],
    only: { office },
    day: period.to < today ? period.to : today,
  };
}

/**
 * What metrics come to for an office, with all that is rolled up into it, in a year: of one snapshot, at one position of
 * the log. Without a sight of what everybody may see: the numbers are then the same whoever asks. Rejects with ViewsApart.
 */
export async function measureYear(
  views: DataSource,
  asked: YearOfOffice,
  { now, zone, sight }: { now: string; zone: string; sight?: Sight },
): Promise<Measured> {
  const slicing = slicingOf(asked, now, zone);
  const { result } = await atPosition(views, METRIC_VIEWS, async (manager) => {
    const position = await onePosition(manager);
    const offices = await readDirectory(manager);
    const seen = sight ?? { of: 'all-but', keptFrom: await keptFromSome(manager) };
    const values: Record<string, number | null> = {};
    for (const id of new Set(asked.metrics)) {
      const metric = findMetric(id)!;
      const cells = await readCells(manager, metric, slicing, offices, seen);
      values[id] = figuresOf(metric, cells, slicing, offices, { exact: true })[0]?.value ?? null;
    }
    return { position, values };
  });
  return result;
}
